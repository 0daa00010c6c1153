package dev.lightspeed.cli.command;

import dev.lightspeed.cli.option.ClassPathOption;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.harness.suite.WorkloadRegistry;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Workload;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lightspeed workload list}. */
@Command(
    name = "list",
    description =
        "List the workloads that are known by label, a line each: label, pace, origin. Workloads of"
            + " your own are found on --classpath with ServiceLoader.")
public final class WorkloadListCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private final ClassPathOption classPath = new ClassPathOption();

  /** The command that prints on {@code output}. */
  public WorkloadListCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    classPath.install(List.of());
    List<Workload> workloads = WorkloadRegistry.all();
    int width = workloads.stream().mapToInt(w -> w.label().length()).max().orElse(0);
    for (Workload workload : workloads) {
      String space = " ".repeat(width - workload.label().length());
      output.line(
          String.format(
              Locale.ROOT,
              "%s%s  %-19s  %s",
              workload.label(),
              space,
              inWords(workload.pace()),
              origin(workload)));
    }
    return ExitCode.PASSED.code();
  }

  private static String origin(Workload workload) {
    String name = workload.getClass().getName();
    return name.startsWith("dev.lightspeed.harness.") ? "standard" : name;
  }

  private static String inWords(Pace pace) {
    BigDecimal ms = BigDecimal.valueOf(pace.meanNs(), 6).stripTrailingZeros();
    String mean = ms.toPlainString() + " ms";
    return switch (pace.mode()) {
      case THINK -> "users think " + mean;
      case BROADCAST -> "ticks every " + mean;
    };
  }
}
