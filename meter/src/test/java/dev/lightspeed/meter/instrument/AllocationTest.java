package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.meter.boot.UnitLimitExceeded;
import dev.lightspeed.meter.layout.PinnedLayout;
import dev.lightspeed.meter.price.PriceTable;
import dev.lightspeed.metered.AllocationSubjects;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that methods allocate, exact, in the pinned layout. */
class AllocationTest {

  private static final String SUBJECTS = AllocationSubjects.class.getName();

  private static final PriceTable PRICES =
      new PriceTable(
          """
          []
          unlisted  call  0
          unlisted  exception  0
          [java.lang]
          Integer  valueOf(int)  0  0 + 16 uncached(1)
          String  repeat  0  40 + 1 length(result)
          Object[]  clone  0  0 + 1 memory(result)
          [java.lang.invoke]
          StringConcatFactory  makeConcatWithConstants  0  40 + 1 length(result)
          [java.util]
          ArrayList  new  32
          ArrayList  <init>  0  16
          """);

  private final Metered subjects = subjects(false);

  private static Metered subjects(boolean attributing) {
    Rules rules = PlainRules.with(PRICES).with(false, attributing);
    try {
      return new Metered(
          new InstrumentingLoader(rules, name -> name.startsWith(SUBJECTS)).loadClass(SUBJECTS));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // A header of 12, to the next 8
    "plain, 16",
    // 12 + 1 + 2 + 4 + 8 + 4 + 1
    "mixed, 32",
    // 32 + 2
    "derived, 40",
    // 12 + 4 + 4
    "pair, 24",
    // The outer object 12 + 4; the inner one 12 + 4 + 4
    "inner, 40",
    // 12 + 4 of AbstractList + 8
    "ownList, 24",
    // 32 of ArrayList by its price + 8, and what its constructor costs
    "cart, 56",
    // By the price of the class, and that of its constructor
    "list, 48",
    // Any exception of the JDK
    "exception, 40"
  })
  void an_object_has_a_header_and_its_fields(String method, long bytes) throws Exception {
    assertThat(subjects.bytes(method)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "booleans, 1",
    "bytes, 1",
    "shorts, 2",
    "chars, 2",
    "ints, 4",
    "floats, 4",
    "longs, 8",
    "doubles, 8",
    "references, 4",
    "arrays, 4"
  })
  void an_array_has_a_header_of_16_and_its_elements(String method, int elementBytes)
      throws Exception {
    for (int n : new int[] {0, 1, 7, 8, 9, 1_000, 100_000}) {
      assertThat(subjects.bytes(method, n))
          .as("%d", n)
          .isEqualTo(PinnedLayout.align(16 + (long) n * elementBytes));
    }
  }

  @Test
  void arrays_of_arrays_have_all_that_is_made_with_them() throws Exception {
    // 16 + 2 * 4; twice 16 + 3 * 8
    assertThat(subjects.bytes("grid", 2, 3)).isEqualTo(24 + 2 * 40);
    assertThat(subjects.bytes("grid", 0, 3)).isEqualTo(16);
    // 16 + 3 * 4; three times that; nine times 16 + 3
    assertThat(subjects.bytes("cube", 3)).isEqualTo(32 + 3 * 32 + 9 * 24);
    // 16 + 2 * 4; twice 16 + 5 * 4; the innermost are not made
    assertThat(subjects.bytes("openCube", 2, 5)).isEqualTo(24 + 2 * 40);
    assertThat(subjects.bytes("cube", 50))
        .isEqualTo(216 + 50 * 216 + 2_500 * PinnedLayout.align(16 + 50));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5_000})
  void a_clone_of_an_array_is_an_array(int n) throws Exception {
    assertThat(subjects.bytes("cloned", new int[n])).isEqualTo(PinnedLayout.align(16 + 4L * n));
  }

  @Test
  void an_array_of_negative_length_is_none() throws Exception {
    assertThatThrownBy(() -> subjects.method("ints").invoke(null, -1))
        .hasCauseInstanceOf(NegativeArraySizeException.class);
    assertThat(subjects.bytes("ints", -1)).isZero();
    assertThat(subjects.bytes("references", Integer.MIN_VALUE)).isZero();
    assertThat(subjects.bytes("grid", 2, -1)).isZero();
  }

  @Test
  void boxes_and_texts_have_what_their_price_says() throws Exception {
    assertThat(subjects.bytes("boxed", 127)).isZero();
    assertThat(subjects.bytes("boxed", 128)).isEqualTo(16);
    // 40 + 5, in words
    assertThat(subjects.bytes("joined", "abc", 12)).isEqualTo(40 + 8);
    assertThat(subjects.bytes("repeated", "ab", 6_000)).isEqualTo(40 + 12_000);
  }

  @Test
  void a_lambda_has_what_it_captures() throws Exception {
    assertThat(subjects.bytes("lambdaOfNothing")).isZero();
    assertThat(subjects.bytes("lambdaOfInt", 3)).isEqualTo(16);
    // 12 + 1 + 8 + 4 + 8 + 1 + 2
    assertThat(subjects.bytes("lambdaOfAll", (byte) 1, 2L, "c", 4.0, true, 'f')).isEqualTo(40);
  }

  @Test
  void variable_arguments_are_arrays() throws Exception {
    assertThat(subjects.bytes("varargs")).isEqualTo(16 + 24 + 32);
  }

  @Test
  void what_a_constructor_made_before_it_threw_counts() throws Exception {
    // 12 + 4; 16 + 2 * 4
    assertThat(subjects.bytes("kept", 2)).isEqualTo(16 + 24);
    // 16 + 3 * 4, and the exception
    assertThat(subjects.bytes("refusing", 3)).isEqualTo(16 + 32 + 40);
    assertThat(subjects.bytes("refusing", -1)).isEqualTo(16);
  }

  @Test
  void a_loop_allocates_in_each_round() throws Exception {
    // In five rounds, 1 byte and 1 to 4 ints
    assertThat(subjects.bytes("loop", 1_000)).isEqualTo(200 * (24 + 24 + 24 + 32 + 32));
    assertThat(subjects.result("loop", 1_000)).isEqualTo(200 * (1 + 1 + 2 + 3 + 4));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_breaks_the_limit_is_allocated_still(boolean attributing) throws Exception {
    long bytes = bytesUntilLimit(attributing, 100_000);
    // 16 + 10 * 4 in each round, which executes less than 30 units
    assertThat(bytes % 56).isZero();
    assertThat(bytes / 56).isGreaterThan(100_000 / 30);
    assertThat(bytesUntilLimit(attributing, 100_000)).isEqualTo(bytes);
  }

  private static long bytesUntilLimit(boolean attributing, long limit) throws Exception {
    Metered endless = subjects(attributing);
    return Metered.onThread(
        () -> {
          Metered.thread().limit(limit);
          assertThatThrownBy(() -> endless.method("runaway").invoke(null))
              .isInstanceOf(InvocationTargetException.class)
              .hasCauseInstanceOf(UnitLimitExceeded.class);
          return Metered.thread().allocated;
        });
  }
}
