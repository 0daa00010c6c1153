package dev.lightspeed.bench;

import dev.lightspeed.bench.accuracy.Measuring;
import dev.lightspeed.cli.option.CountConverter;
import dev.lightspeed.cli.option.MeterOption;
import dev.lightspeed.meter.MeterMode;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How programs of the corpus are measured; shared by every command that does. */
final class CorpusOptions {

  @Mixin private MeterOption meter = new MeterOption();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      converter = CountConverter.FromOne.class,
      defaultValue = "3",
      description = "Time each program in N fresh JVMs; the median counts. Default: 3.")
  private int rounds;

  @Option(
      names = "--quick",
      description = "Warm up for a third of a second only: a first look, less exact.")
  private boolean quick;

  /** What is counted. */
  MeterMode mode() {
    return meter.mode(MeterMode.PORTABLE);
  }

  /** The measuring that was asked for. */
  Measuring measuring(Consumer<String> progress) {
    return new Measuring(mode(), rounds, quick, progress);
  }
}
