package dev.lightspeed.cli;

import dev.lightspeed.harness.suite.WorkloadRegistry;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Workload;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lightspeed workload list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    optionListHeading = "%nOptions:%n",
    description =
        "List the workloads that are known by label, a line each: label, pace, class. Workloads of"
            + " your own are found on --classpath with ServiceLoader.")
final class WorkloadListCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private final WorkloadOptions options = new WorkloadOptions();

  WorkloadListCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    options.install();
    List<Workload> workloads = WorkloadRegistry.all();
    int width = workloads.stream().mapToInt(w -> w.label().length()).max().orElse(0);
    for (Workload workload : workloads) {
      String space = " ".repeat(width - workload.label().length());
      output.line(
          workload.label()
              + space
              + "  "
              + inWords(workload.pace())
              + "  "
              + workload.getClass().getName());
    }
    return ExitCode.PASSED.code();
  }

  private static String inWords(Pace pace) {
    BigDecimal ms = BigDecimal.valueOf(pace.meanNs(), 6).stripTrailingZeros();
    String mean = ms.toPlainString() + " ms";
    return switch (pace.mode()) {
      case THINK -> "an event every " + mean + " on average";
      case BROADCAST -> "a tick for all every " + mean;
    };
  }
}
