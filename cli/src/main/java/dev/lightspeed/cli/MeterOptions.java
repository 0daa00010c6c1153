package dev.lightspeed.cli;

import dev.lightspeed.harness.file.NearestWord;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is counted; shared by every command that counts. */
final class MeterOptions {

  @Option(
      names = "--meter",
      paramLabel = "portable|full",
      converter = Converter.class,
      description =
          "Price calls into the JDK, the same on every JDK, or count the JDK's own bytecodes too,"
              + " comparable within one release. Default: portable.")
  private @Nullable MeterMode mode;

  /** Whether the user has said what is counted. */
  boolean isGiven() {
    return mode != null;
  }

  /**
   * Sets up the meter; to be called before any workload is loaded.
   *
   * @param fallback what is counted unless the user has said
   * @param attributing whether call paths are recorded
   */
  void configure(MeterMode fallback, boolean attributing) {
    if (!Meter.isActive()) {
      // Said when something is to be counted: what else is wrong is said first.
      return;
    }
    Meter.require().configure(mode(fallback), attributing);
  }

  /** What is counted. */
  MeterMode mode(MeterMode fallback) {
    return mode == null ? fallback : mode;
  }

  /** Reads {@code portable} and {@code full}. */
  static final class Converter implements ITypeConverter<MeterMode> {

    @Override
    public MeterMode convert(String text) {
      List<String> words = Arrays.stream(MeterMode.values()).map(MeterMode::word).toList();
      for (MeterMode each : MeterMode.values()) {
        if (each.word().equals(text)) {
          return each;
        }
      }
      throw new TypeConversionException(NearestWord.unknown("meter", text, words));
    }
  }
}
