package dev.lightspeed.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where an outcome is written to, and as what.
 *
 * @param format as what
 * @param file where to; {@code -} is standard output
 */
record Destination(OutputFormat format, Path file) {

  private static final Pattern TEXT =
      Pattern.compile("(?:(?<format>[A-Za-z]+)=)?(?<file>.+)", Pattern.DOTALL);

  private static final Path STANDARD_OUTPUT = Path.of("-");

  /** Whether it is standard output. */
  boolean isStandardOutput() {
    return file.equals(STANDARD_OUTPUT);
  }

  /** Whether both are the same place. */
  boolean isSame(Destination other) {
    return file.toAbsolutePath().normalize().equals(other.file.toAbsolutePath().normalize())
        || OutFile.isSame(file, other.file);
  }

  /** Reads {@code junit=target/lightspeed.xml}, and {@code report.json} as a report. */
  static final class Converter implements ITypeConverter<Destination> {

    @Override
    public Destination convert(String text) {
      Matcher matcher = TEXT.matcher(text);
      if (!matcher.matches() || text.endsWith("=")) {
        throw new TypeConversionException(
            "'" + text + "' names no file: give FILE or FORMAT=FILE, - for standard output");
      }
      String word = matcher.group("format");
      try {
        return new Destination(
            word == null ? OutputFormat.REPORT : OutputFormat.of(word),
            Path.of(matcher.group("file")));
      } catch (InvalidPathException e) {
        throw new TypeConversionException("'" + text + "' is no file's name: " + e.getReason());
      }
    }
  }
}
