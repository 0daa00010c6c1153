package dev.lightspeed.bench;

import dev.lightspeed.bench.sensitivity.MarkedBlock;
import dev.lightspeed.bench.sensitivity.Sensitivity;
import dev.lightspeed.cli.command.ExitCode;
import dev.lightspeed.cli.option.CommandJar;
import dev.lightspeed.cli.option.CountConverter;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.NearestWord;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark sensitivity}. */
@Command(
    name = "sensitivity",
    description = {
      "Measure which regressions this gate sees, and which a gate by the clock sees.",
      "",
      "Makes the standard workloads do 0.1 %%, 1 %%, 5 %% and 20 %% more than they do, and 0 %% for"
          + " false alarms; judges each by count and by JMH in the same time, in fresh JVMs, on"
          + " this machine as it is and with all of its cores loaded. 20 trials take about an"
          + " hour."
    })
final class SensitivityCommand implements Callable<Integer> {

  private static final String BLOCK = "sensitivity";

  private final Output output;

  @Option(
      names = "--trials",
      paramLabel = "N",
      converter = CountConverter.FromOne.class,
      defaultValue = "20",
      description =
          "Judge each workload and share N times, in each state of the machine. Default: 20.")
  private int trials;

  @Option(
      names = "--workload",
      paramLabel = "LABEL",
      description = "Only this standard workload; may be repeated.")
  private List<String> workloads = new ArrayList<>();

  @Option(names = "--no-load", description = "Only on this machine as it is.")
  private boolean noLoad;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description =
          "Also write the tables to FILE, a page, between its lines <!-- sensitivity --> and"
              + " <!-- /sensitivity -->.")
  private @Nullable Path file;

  SensitivityCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    List<String> labels = labels();
    MarkedBlock block = file == null ? null : MarkedBlock.of("--write", file, BLOCK);
    String tables =
        Sensitivity.tables(
            CommandJar.path("sensitivity"), !noLoad, trials, labels, output::message);
    output.text(tables);
    if (block != null) {
      block.write(tables);
    }
    return ExitCode.PASSED.code();
  }

  /** In the order of the standard workloads, each once. */
  private List<String> labels() {
    List<String> known = Arrays.stream(StandardWorkload.values()).map(Workload::label).toList();
    Set<String> chosen = new TreeSet<>();
    for (String label : workloads) {
      if (!chosen.add(label)) {
        throw new InputException("--workload: '" + label + "' is given twice, expected once");
      }
      if (!known.contains(label)) {
        throw new InputException(
            "--workload: '"
                + label
                + "' is not a standard workload"
                + NearestWord.question(label, known)
                + " known: "
                + String.join(", ", known));
      }
    }
    return chosen.isEmpty() ? known : known.stream().filter(chosen::contains).toList();
  }
}
