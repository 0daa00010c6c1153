package dev.lightspeed.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lightspeed} without a command: a usage error, since nothing was asked for. */
@Command(
    name = "lightspeed",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "A performance gate for server-driven live UIs that gives the same answer on every machine:"
          + " it counts the work of a workload and replays the counts in virtual time.",
      "",
      "Start with: lightspeed run"
    },
    commandListHeading = "%nCommands:%n")
public final class RootCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command was given");
  }
}
