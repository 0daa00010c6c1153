package dev.lightspeed.bench;

import dev.lightspeed.bench.speed.SpeedBenchmark;
import dev.lightspeed.bench.speed.SpeedFigure;
import dev.lightspeed.cli.command.ExitCode;
import dev.lightspeed.cli.option.CommandJar;
import dev.lightspeed.cli.option.CountConverter;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.meter.Meter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark speed}. */
@Command(
    name = "speed",
    description = {
      "Measure the harness itself and print every figure beside its target.",
      "",
      "Payload and memory are the same everywhere. Speeds are this machine's: the fastest of many"
          + " short measurements in a JVM, the median over fresh JVMs, and to be compared only with"
          + " others of the same run. Takes about a quarter of an hour."
    })
final class SpeedCommand implements Callable<Integer> {

  private final Output output;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      converter = CountConverter.FromOne.class,
      defaultValue = "3",
      description = "Measure each speed in N fresh JVMs. Default: 3.")
  private int rounds;

  @Option(
      names = "--counts",
      description = "Only payload and memory, which are the same everywhere.")
  private boolean countsOnly;

  SpeedCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Meter.require();
    SpeedBenchmark bench =
        new SpeedBenchmark(
            CommandJar.path("speed"), rounds, what -> output.message("measuring " + what + "..."));
    List<SpeedFigure> figures = new ArrayList<>(bench.counts());
    if (!countsOnly) {
      figures.addAll(bench.speeds());
    }
    output.line(row("figure", "measured", "", "target", "").stripTrailing());
    for (SpeedFigure figure : figures) {
      output.line(row(figure));
    }
    return ExitCode.PASSED.code();
  }

  private static String row(SpeedFigure figure) {
    String bound =
        (figure.atMost() ? "<= " : ">= ") + number(figure.target(), decimals(figure.target()));
    String verdict = figure.reached() ? "reached" : "MISSED";
    return row(
            figure.name(),
            number(figure.measured(), 1),
            figure.unit(),
            figure.hasTarget() ? bound : "",
            figure.hasTarget() ? verdict : "")
        .stripTrailing();
  }

  private static String row(
      String name, String measured, String unit, String target, String verdict) {
    return String.format(
        Locale.ROOT, "%-43s %10s %-4s %10s  %s", name, measured, unit, target, verdict);
  }

  private static int decimals(double target) {
    return target == Math.rint(target) ? 0 : 1;
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
