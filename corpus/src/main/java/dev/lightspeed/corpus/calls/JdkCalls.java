package dev.lightspeed.corpus.calls;

import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.calibrate.Pass;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Calls into the JDK with little around them: what the meter's prices are set by. No part of the
 * corpus proper, so that how well prices predict is not judged by what they were set by.
 *
 * <p>Names end in the size of the operand that matters, in characters or elements, where a price
 * depends on one.
 */
public final class JdkCalls {

  private JdkCalls() {}

  /** Every call, by family. */
  public static List<Program> list() {
    return Stream.of(
            TextCalls.list(), CollectionCalls.list(), NumberCalls.list(), StreamCalls.list())
        .flatMap(List::stream)
        .toList();
  }

  /** A call that is made once for each of {@code inputs} in a pass. */
  static <T> Program call(
      String name, Family family, Supplier<List<T>> inputs, ToLongFunction<T> call) {
    return new Program(name, family, () -> pass(inputs.get(), call));
  }

  @SuppressWarnings("unchecked") // of what a list holds, an array is made that nobody else sees
  private static <T> Pass pass(List<T> inputs, ToLongFunction<T> call) {
    T[] array = (T[]) inputs.toArray();
    return () -> {
      long sum = 0;
      for (T input : array) {
        sum = sum * 31 + call.applyAsLong(input);
      }
      return sum;
    };
  }
}
