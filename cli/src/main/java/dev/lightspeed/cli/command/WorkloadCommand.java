package dev.lightspeed.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lightspeed workload}: a group of commands that look at workloads without counting. */
@Command(
    name = "workload",
    synopsisSubcommandLabel = "COMMAND",
    description = "List workloads, and show what their users send and see.")
public final class WorkloadCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command was given");
  }
}
