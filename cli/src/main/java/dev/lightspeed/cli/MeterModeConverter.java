package dev.lightspeed.cli;

import dev.lightspeed.meter.MeterMode;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the words of {@link MeterMode}. */
final class MeterModeConverter implements ITypeConverter<MeterMode> {

  @Override
  public MeterMode convert(String text) {
    for (MeterMode mode : MeterMode.values()) {
      if (mode.word().equals(text)) {
        return mode;
      }
    }
    throw new TypeConversionException(
        "'"
            + text
            + "' is not one of "
            + Arrays.stream(MeterMode.values())
                .map(MeterMode::word)
                .collect(Collectors.joining(", ")));
  }
}
