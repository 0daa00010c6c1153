package dev.lightspeed.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lightspeed run}: the figures and their budgets. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    description = {
      "Run workloads, print their figures and hold them against their budgets.",
      "",
      "A budget holds for one size of a workload. A scenario that is resized, or that has no"
          + " budget, is reported and not gated, and the output says so; that every session fits"
          + " the profile's memory is checked in any case. A budget whose scenario is missing from"
          + " its suite fails."
    })
final class RunCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private final ReportSource source = new ReportSource();

  @Mixin private final ReportOutputs outputs = new ReportOutputs();

  RunCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    outputs.requireWritable();
    ReportSource.Counted counted = source.prepare(outputs.attribute(), output).count(output);
    boolean passed = outputs.tell(counted, Optional.empty(), source.verify(), output);
    return (passed ? ExitCode.PASSED : ExitCode.GATE_FAILED).code();
  }
}
