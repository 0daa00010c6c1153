package dev.lightspeed.cli;

import dev.lightspeed.cli.command.CalibrateCommand;
import dev.lightspeed.cli.command.CapacityCommand;
import dev.lightspeed.cli.command.CheckCommand;
import dev.lightspeed.cli.command.CompletionCommand;
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
import dev.lightspeed.harness.verify.Lifeline;
import picocli.CommandLine;

/** The command {@code lightspeed}: the one place that knows all of its commands. */
public final class Main {

  /** Set by a build tool that runs this command, and holds the other end of standard input. */
  private static final String LIFELINE = "lightspeed.lifeline";

  static final CommandProgram PROGRAM = new CommandProgram(Main::commands);

  private Main() {}

  /**
   * Runs the command line in {@code args} and ends the JVM, see {@link CommandProgram#runProcess}.
   */
  public static void main(String[] args) {
    if (Boolean.getBoolean(LIFELINE)) {
      Lifeline.hold();
    }
    PROGRAM.runProcess(args);
  }

  private static CommandLine commands(Output output) {
    CommandLine workload =
        new CommandLine(new WorkloadCommand())
            .addSubcommand(new WorkloadListCommand(output))
            .addSubcommand(new WorkloadScriptCommand(output))
            .addSubcommand(new WorkloadHtmlCommand(output));
    return new CommandLine(new RootCommand())
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
        .addSubcommand(new SchemaCommand(output))
        .addSubcommand(new CompletionCommand(output));
  }
}
