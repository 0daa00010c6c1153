package dev.lightspeed.cli.option;

import dev.lightspeed.harness.file.NearestWord;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of several words, and names the nearest when it is none of them. */
public abstract class WordConverter<T> implements ITypeConverter<T> {

  private final String what;
  private final List<T> values;
  private final Function<T, String> word;

  /**
   * Reads words for {@code values}.
   *
   * @param what the words are, for errors
   * @param word the word of a value
   */
  protected WordConverter(String what, T[] values, Function<T, String> word) {
    this.what = what;
    this.values = Arrays.asList(values);
    this.word = word;
  }

  @Override
  public final T convert(String text) {
    for (T value : values) {
      if (word.apply(value).equals(text)) {
        return value;
      }
    }
    throw new TypeConversionException(
        NearestWord.unknown(what, text, values.stream().map(word).toList()));
  }
}
