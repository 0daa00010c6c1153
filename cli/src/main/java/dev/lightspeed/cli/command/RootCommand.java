package dev.lightspeed.cli.command;

import picocli.CommandLine.Command;

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
public final class RootCommand {}
