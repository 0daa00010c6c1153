package dev.lightspeed.bench;

import dev.lightspeed.bench.repeat.Repeat;
import dev.lightspeed.cli.command.ExitCode;
import dev.lightspeed.cli.option.CommandJar;
import dev.lightspeed.cli.option.CountConverter;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.meter.Meter;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark repeat}. */
@Command(
    name = "repeat",
    description = {
      "Run the default suite again and again, and exit with 4 if any signature differs.",
      "",
      "The runs are in many fresh JVMs with other collectors, compilers, threads and locales in"
          + " turn. 1,000 runs take about a quarter of an hour."
    })
final class RepeatCommand implements Callable<Integer> {

  private final Output output;

  @Option(
      names = "--runs",
      paramLabel = "N",
      converter = CountConverter.FromOne.class,
      defaultValue = "1000",
      description = "How often. Default: 1000.")
  private int runs;

  @Option(names = "--loaded", description = "Meanwhile keep every core busy with other things.")
  private boolean loaded;

  RepeatCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Meter.require();
    Repeat.Repetition outcome =
        new Repeat(CommandJar.path("repeat"), output::message).run(runs, loaded);
    print(outcome);
    if (outcome.differing() == 0) {
      return ExitCode.PASSED.code();
    }
    output.error(
        Numbers.grouped(outcome.differing())
            + " of "
            + Numbers.grouped(outcome.runs())
            + " runs have another signature: run 'lightspeed trace' under the flags of one of them"
            + " and compare");
    return ExitCode.NOT_DETERMINISTIC.code();
  }

  private void print(Repeat.Repetition outcome) {
    int cores = output.environment().processors();
    output.line(
        Numbers.grouped(outcome.runs())
            + (outcome.runs() == 1 ? " run" : " runs")
            + " of the default suite in "
            + Numbers.grouped(outcome.jvms())
            + (outcome.jvms() == 1 ? " JVM, JDK " : " JVMs, JDK ")
            + System.getProperty("java.version")
            + ", "
            + cores
            + (cores == 1 ? " core" : " cores")
            + (loaded ? ", all loaded" : ""));
    output.line(outcome.signature());
    outcome.differences().forEach(output::line);
    output.line("false alarms: " + Numbers.grouped(outcome.differing()));
  }
}
