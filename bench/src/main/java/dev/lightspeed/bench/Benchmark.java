package dev.lightspeed.bench;

import dev.lightspeed.cli.CommandProgram;
import dev.lightspeed.cli.text.Output;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code benchmark}: what the project measures of itself. */
public final class Benchmark {

  static final CommandProgram PROGRAM = new CommandProgram(Benchmark::commands);

  private Benchmark() {}

  /**
   * Runs the command line in {@code args} and ends the JVM, see {@link CommandProgram#runProcess}.
   */
  public static void main(String[] args) {
    PROGRAM.runProcess(args);
  }

  private static CommandLine commands(Output output) {
    return new CommandLine(new Root())
        .addSubcommand(new SpeedCommand(output))
        .addSubcommand(new RepeatCommand(output))
        .addSubcommand(new SensitivityCommand(output))
        .addSubcommand(new AccuracyCommand(output))
        .addSubcommand(new WeightsCommand(output))
        .addSubcommand(new PricesCommand(output));
  }

  /** {@code benchmark} without a command. */
  @Command(
      name = "benchmark",
      synopsisSubcommandLabel = "COMMAND",
      commandListHeading = "%nCommands:%n",
      description = "Measure the harness itself. For its maintainers: no user needs it.")
  private static final class Root {}
}
