package dev.lightspeed.cli.option;

import java.math.BigInteger;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads whole numbers within a range, and says which range when they are not. */
public abstract sealed class CountConverter<T> implements ITypeConverter<T> {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,1000}");

  private final long min;
  private final long max;

  private CountConverter(long min, long max) {
    this.min = min;
    this.max = max;
  }

  /** A count of sessions, events or threads. */
  public static final class FromOne extends CountConverter<Integer> {

    /** From 1. */
    public FromOne() {
      super(1, Integer.MAX_VALUE);
    }

    @Override
    public Integer convert(String text) {
      return (int) number(text);
    }
  }

  /** The index of a session, from 0. */
  public static final class FromZero extends CountConverter<Integer> {

    /** From 0. */
    public FromZero() {
      super(0, Integer.MAX_VALUE);
    }

    @Override
    public Integer convert(String text) {
      return (int) number(text);
    }
  }

  /** A limit in CPU units. */
  public static final class Units extends CountConverter<Long> {

    /** From 1. */
    public Units() {
      super(1, 1_000_000_000_000_000L);
    }

    @Override
    public Long convert(String text) {
      return number(text);
    }
  }

  final long number(String text) {
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a whole number, " + min + " to " + max);
    }
    BigInteger value = new BigInteger(text);
    if (value.compareTo(BigInteger.valueOf(min)) < 0
        || value.compareTo(BigInteger.valueOf(max)) > 0) {
      throw new TypeConversionException(value + " is out of range, " + min + " to " + max);
    }
    return value.longValueExact();
  }
}
