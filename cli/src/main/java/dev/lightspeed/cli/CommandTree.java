package dev.lightspeed.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/** All commands, put together: the one place that knows each of them. */
final class CommandTree {

  private CommandTree() {}

  /** The command line that writes to {@code output}. */
  static CommandLine of(Output output) {
    CommandLine workload =
        new CommandLine(new WorkloadCommand())
            .addSubcommand(new WorkloadListCommand(output))
            .addSubcommand(new WorkloadScriptCommand(output))
            .addSubcommand(new WorkloadHtmlCommand(output));
    CommandLine bench =
        new CommandLine(new BenchCommand(output))
            .addSubcommand(new BenchSensitivityCommand(output))
            .addSubcommand(new BenchRepeatCommand(output));
    CommandLine root =
        new CommandLine(new RootCommand())
            .addSubcommand(new InitCommand(output))
            .addSubcommand(new RunCommand(output))
            .addSubcommand(new CheckCommand(output))
            .addSubcommand(new UpdateCommand(output))
            .addSubcommand(new HistoryCommand(output))
            .addSubcommand(new CapacityCommand(output))
            .addSubcommand(new TraceCommand(output))
            .addSubcommand(new AttributeCommand(output))
            .addSubcommand(new ExplainCommand(output))
            .addSubcommand(workload)
            .addSubcommand(new ProfileCommand(output))
            .addSubcommand(new CalibrateCommand(output))
            .addSubcommand(bench)
            .addSubcommand(new SchemaCommand(output))
            .addSubcommand(new CompletionCommand(output));
    configure(root);
    root.setOut(output.out())
        .setErr(output.err())
        .setColorScheme(Help.defaultColorScheme(Ansi.valueOf(output.environment().outColour())))
        .setParameterExceptionHandler((e, args) -> Failures.report(e, output).code())
        .setExecutionExceptionHandler(
            (e, commandLine, parsed) -> Failures.report(e, output).code());
    return root;
  }

  private static void configure(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.width(Output.WIDTH);
    usage.exitCodeListHeading("%nExit codes:%n");
    usage.exitCodeList(ExitCode.descriptions());
    command.getSubcommands().values().forEach(CommandTree::configure);
  }
}
