package dev.lightspeed.cli;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.NearestWord;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * Where something is written to, and as what.
 *
 * @param <F> the formats that there are
 * @param format as what
 * @param file where to; {@code -} is standard output
 */
record Destination<F extends Enum<F>>(F format, Path file) {

  private static final Pattern TEXT =
      Pattern.compile("(?:(?<format>[A-Za-z]+)=)?(?<file>.+)", Pattern.DOTALL);

  private static final Path STANDARD_OUTPUT = Path.of("-");

  /**
   * Reads {@code junit=target/lightspeed.xml}, and {@code report.json} as the first of {@code
   * formats}.
   *
   * @throws TypeConversionException if the format is unknown, or no file can have that name
   */
  static <F extends Enum<F>> Destination<F> of(String text, F[] formats) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches() || text.endsWith("=")) {
      throw new TypeConversionException(
          "'" + text + "' names no file: give FILE or FORMAT=FILE, - for standard output");
    }
    String word = matcher.group("format");
    try {
      return new Destination<>(
          word == null ? formats[0] : format(word, formats), Path.of(matcher.group("file")));
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + text + "' is no file's name: " + e.getReason());
    }
  }

  private static <F extends Enum<F>> F format(String word, F[] formats) {
    List<String> words = Arrays.stream(formats).map(Destination::word).toList();
    int index = words.indexOf(word);
    if (index < 0) {
      throw new TypeConversionException(NearestWord.unknown("format", word, words));
    }
    return formats[index];
  }

  /**
   * Checks, before any work is done for it, that what is asked for can be written.
   *
   * @throws InputException if it cannot, or two of them are one file
   */
  static void requireWritable(List<? extends Destination<?>> destinations) {
    for (int i = 0; i < destinations.size(); i++) {
      Destination<?> destination = destinations.get(i);
      if (!destination.isStandardOutput()) {
        OutFile.requireWritable("--out", destination.file());
      }
      for (Destination<?> other : destinations.subList(0, i)) {
        if (destination.isSame(other)) {
          throw new InputException(
              "--out: '"
                  + destination.file()
                  + "' is given twice, as "
                  + word(other.format())
                  + " and as "
                  + word(destination.format())
                  + ": name another file for one of them");
        }
      }
    }
  }

  /** Whether it is standard output. */
  boolean isStandardOutput() {
    return file.equals(STANDARD_OUTPUT);
  }

  private boolean isSame(Destination<?> other) {
    return file.toAbsolutePath().normalize().equals(other.file.toAbsolutePath().normalize())
        || OutFile.isSame(file, other.file);
  }

  private static String word(Enum<?> format) {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
