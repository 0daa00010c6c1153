package dev.lightspeed.cli;

import dev.lightspeed.cli.command.CapacityCommand;
import dev.lightspeed.cli.command.CheckCommand;
import dev.lightspeed.cli.command.CompletionCommand;
import dev.lightspeed.cli.command.ExitCode;
import dev.lightspeed.cli.command.ExplainCommand;
import dev.lightspeed.cli.command.HistoryCommand;
import dev.lightspeed.cli.command.InitCommand;
import dev.lightspeed.cli.command.ProfileCommand;
import dev.lightspeed.cli.command.RootCommand;
import dev.lightspeed.cli.command.RunCommand;
import dev.lightspeed.cli.command.SchemaCommand;
import dev.lightspeed.cli.command.TraceCommand;
import dev.lightspeed.cli.command.UpdateCommand;
import dev.lightspeed.cli.command.WorkloadCommand;
import dev.lightspeed.cli.command.WorkloadHtmlCommand;
import dev.lightspeed.cli.command.WorkloadListCommand;
import dev.lightspeed.cli.command.WorkloadScriptCommand;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.cli.text.Version;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

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
        .setExecutionStrategy(CommandTree::execute)
        .setParameterExceptionHandler((e, args) -> Failures.report(e, output).code())
        .setExecutionExceptionHandler(
            (e, commandLine, parsed) -> Failures.report(e, output).code());
    return root;
  }

  /**
   * Runs the command that was given, if there is one of that name and each option is there once.
   */
  private static int execute(ParseResult parsed) {
    for (CommandLine command : parsed.asCommandLineList()) {
      List<String> unmatched = command.getParseResult().unmatched();
      if (!command.getSubcommands().isEmpty() && !unmatched.isEmpty()) {
        // Where help is asked for, too, picocli would give it and say nothing of this.
        throw new UnmatchedArgumentException(command, unmatched);
      }
      for (OptionSpec option : command.getParseResult().matchedOptions()) {
        // In a group of options picocli takes the last of several.
        if (option.originalStringValues().size() > 1 && !option.isMultiValue()) {
          throw new OverwrittenOptionException(command, option, "");
        }
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static void configure(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    spec.mixinStandardHelpOptions(true).versionProvider(new Version());
    UsageMessageSpec usage = spec.usageMessage();
    usage.width(Output.WIDTH);
    usage.sortOptions(false);
    usage.optionListHeading("%nOptions:%n");
    usage.exitCodeListHeading("%nExit codes:%n");
    usage.exitCodeList(ExitCode.descriptions());
    command.getSubcommands().values().forEach(CommandTree::configure);
  }
}
