package dev.lightspeed.cli.option;

import dev.lightspeed.meter.MeterMode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is counted; shared by every command that counts. */
public final class MeterOption {

  @Option(
      names = "--meter",
      paramLabel = "portable|full",
      converter = Converter.class,
      description =
          "Price calls into the JDK, the same on every JDK, or count the JDK's own bytecodes too,"
              + " comparable within one release. Default: portable.")
  private @Nullable MeterMode mode;

  /** What is counted, {@code fallback} unless the user has said. */
  public MeterMode mode(MeterMode fallback) {
    return mode == null ? fallback : mode;
  }

  /** Reads {@code portable} and {@code full}. */
  public static final class Converter extends WordConverter<MeterMode> {

    /** Reads the mode's word. */
    public Converter() {
      super("meter", MeterMode.values(), MeterMode::word);
    }
  }
}
