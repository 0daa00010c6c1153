package dev.lightspeed.cli.command;

import picocli.CommandLine.Command;

/** {@code lightspeed workload}: a group of commands that look at workloads without counting. */
@Command(
    name = "workload",
    synopsisSubcommandLabel = "COMMAND",
    description = "List workloads, and show what their users send and see.")
public final class WorkloadCommand {}
