package dev.lightspeed.cli.option;

import dev.lightspeed.harness.file.NearestWord;
import dev.lightspeed.harness.text.Constants;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code junit=target/lightspeed.xml}, and {@code result.json} where a format is meant. */
public abstract class DestinationConverter<F extends Enum<F>>
    implements ITypeConverter<Destination<F>> {

  private static final Pattern TEXT =
      Pattern.compile("(?:(?<format>[A-Za-z]+)=)?(?<file>.+)", Pattern.DOTALL);

  private final List<F> formats;
  private final @Nullable F meant;

  /**
   * Reads destinations of some formats.
   *
   * @param formats all that there are
   * @param meant the one that need not be named; null if each has to be
   */
  protected DestinationConverter(F[] formats, @Nullable F meant) {
    this.formats = Arrays.asList(formats);
    this.meant = meant;
  }

  @Override
  public final Destination<F> convert(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches() || text.endsWith("=")) {
      throw new TypeConversionException(
          "'"
              + text
              + "' names no file: give "
              + (meant == null ? "" : "FILE or ")
              + "FORMAT=FILE, - for standard output");
    }
    try {
      return new Destination<>(
          format(matcher.group("format"), text), Path.of(matcher.group("file")));
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + text + "' is no file's name: " + e.getReason());
    }
  }

  private F format(@Nullable String word, String text) {
    List<String> words = formats.stream().map(Constants::word).toList();
    if (word == null) {
      if (meant == null) {
        throw new TypeConversionException(
            "'" + text + "' names no format: give FORMAT=FILE; known: " + String.join(", ", words));
      }
      return meant;
    }
    int index = words.indexOf(word);
    if (index < 0) {
      throw new TypeConversionException(NearestWord.unknown("format", word, words));
    }
    return formats.get(index);
  }
}
