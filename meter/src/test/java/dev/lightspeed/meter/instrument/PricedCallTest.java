package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.meter.CallTree;
import dev.lightspeed.meter.layout.PinnedLayout;
import dev.lightspeed.meter.price.PriceTable;
import dev.lightspeed.metered.PricedSubjects;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Calls whose price depends on a size, counted and attributed. */
class PricedCallTest {

  private static final PriceTable PRICES =
      new PriceTable(
          """
          []
          unlisted  call  0
          unlisted  exception  0
          [java.lang]
          String  hashCode  7 + 1 length(this)
          String  indexOf(int) indexOf(String)  0 + 100 sought(this)
          String  indexOf(int,int)  0 + 100 sought(this) value(2)
          String  <init>(char[])  2 + 10 length(1)  16 + 1 length(1)
          String  <init>(char[],int,int)  2 + 10 length(1) value(3)
          String  new  24
          Comparable  compareTo  2 + 10 length(1)
          [java.util]
          Arrays  sort  3 + 1000 length(1)
          Arrays  fill(long[],long)  3 + 10 length(1)
          Arrays  fill(double[],int,int,double)  3 + 10 value(2) value(3)
          Set,List  contains  1 + 1 elements(this)
          """);

  private static final String SUBJECTS = PricedSubjects.class.getName();
  private static final String SORT = "java.util.Arrays.sort([I)V";

  /** Bytecodes of {@code sorted}: its weights by {@link PlainRules}, and its array's header. */
  private static final long SORTED_UNITS = 1 + 10 + 1 + 1 + 4 + 1 + 2 + 1;

  private static Rules rules(boolean attributing) {
    return PlainRules.with(PRICES).with(false, attributing);
  }

  private static Class<?> load(Rules rules, String name) throws ClassNotFoundException {
    InstrumentingLoader loader =
        new InstrumentingLoader(rules, n -> n.startsWith(SUBJECTS)).with("Huge", hugeClass());
    return Class.forName(name, true, loader);
  }

  /** A method that passes 64 KiB once it is instrumented: 6000 times {@code "x".hashCode()}. */
  private static byte[] hugeClass() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Huge", null, "java/lang/Object", null);
    MethodVisitor method =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", "()V", null, null);
    method.visitCode();
    for (int i = 0; i < 6000; i++) {
      method.visitLdcInsn("x");
      method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/String", "hashCode", "()I", false);
      method.visitInsn(Opcodes.POP);
    }
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(1, 0);
    method.visitEnd();
    return writer.toByteArray();
  }

  /** What a call recorded. */
  private static CallTree recorded(String name, String method, @Nullable Object... arguments)
      throws Exception {
    Rules rules = rules(true);
    return new Metered(load(rules, name)).recorded(rules, method, arguments);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 262, 263, 10_000})
  void a_size_counts_however_large_it_is(int n) throws Exception {
    Metered subjects = new Metered(load(rules(false), SUBJECTS));
    // iload, newarray (10), astore, aload, invokestatic (4), aload, arraylength (2), ireturn
    assertThat(subjects.units("sorted", n)).isEqualTo(SORTED_UNITS + 3 + 1000L * n);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 262, 263, 10_000})
  void a_size_is_attributed_to_the_call_however_large_it_is(int n) throws Exception {
    CallTree sort = new CallTree(SORT, 3 + 1000L * n, 0, List.of());
    CallTree method =
        new CallTree(
            SUBJECTS + ".sorted(I)I", SORTED_UNITS, PinnedLayout.align(16 + 4L * n), List.of(sort));
    assertThat(recorded(SUBJECTS, "sorted", n))
        .isEqualTo(new CallTree("root", 0, 0, List.of(method)));
  }

  @Test
  void a_method_too_large_for_sizes_counts_its_calls_whether_they_are_recorded_or_not()
      throws Exception {
    // ldc, invokevirtual (5), pop, and the call's own 7; return
    long units = 6000 * (1 + 5 + 1 + 7) + 1;
    assertThat(new Metered(load(rules(false), "Huge")).units("run")).isEqualTo(units);
    assertThat(recorded("Huge", "run"))
        .isEqualTo(
            new CallTree("root", 0, 0, List.of(new CallTree("Huge.run()V", units, 0, List.of()))));
  }

  @Test
  void collections_of_the_application_are_not_asked_through_views_either() throws Exception {
    assertThat(new Metered(load(rules(false), SUBJECTS)).result("questions")).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_null_receiver_has_the_message_that_it_has_without_the_meter(boolean attributing)
      throws Exception {
    String message = thrown(new Metered(PricedSubjects.class), "contains", null, "text");
    assertThat(message).contains("\"java.util.List.contains(Object)\"");
    Metered counted = new Metered(load(rules(attributing), SUBJECTS));
    assertThat(thrown(counted, "contains", null, "text")).isEqualTo(message);
  }

  private static final String TEXT = "abcde-abcde";

  /** Bytecodes of {@code indexOf}: aload, iload, invokevirtual (5), ireturn. */
  private static final long INDEX_OF = 8;

  @ParameterizedTest
  @CsvSource({"a, 0", "c, 2", "-, 5", "x, 11"})
  void a_search_from_the_start_costs_what_it_reads(char sought, int characters) throws Exception {
    Metered subjects = new Metered(load(rules(false), SUBJECTS));
    assertThat(subjects.units("indexOf", TEXT, sought)).isEqualTo(INDEX_OF + 100L * characters);
    assertThat(subjects.result("indexOf", TEXT, sought)).isEqualTo(TEXT.indexOf(sought));
  }

  @ParameterizedTest
  @CsvSource({
    // Found behind the index, at it, from a negative one, which is the start
    "a, 1, 5",
    "a, 6, 0",
    "c, -7, 2",
    // Not found, from the last character, the end, and beyond it
    "x, 0, 11",
    "x, 4, 7",
    "x, 10, 1",
    "a, 11, 0",
    "a, 1000, 0",
    "x, -1, 11",
    "x, -2147483648, 11"
  })
  void a_search_from_an_index_costs_what_it_reads(char sought, int from, int characters)
      throws Exception {
    Metered subjects = new Metered(load(rules(false), SUBJECTS));
    assertThat(subjects.units("indexOfFrom", TEXT, sought, from))
        .isEqualTo(INDEX_OF + 1 + 100L * characters);
    assertThat(subjects.result("indexOfFrom", TEXT, sought, from))
        .isEqualTo(TEXT.indexOf(sought, from));
  }

  @Test
  void a_search_is_a_frame_of_its_own() throws Exception {
    CallTree tree = recorded(SUBJECTS, "indexOfText", TEXT, "e-");
    // aload, aload, invokevirtual (5), ireturn
    assertThat(tree.totalUnits()).isEqualTo(8 + 400);
    assertThat(tree.children().get(0).children())
        .containsExactly(
            new CallTree("java.lang.String.indexOf(Ljava/lang/String;)I", 400, 0, List.of()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_is_null_costs_nothing_and_fails_as_without_the_meter(boolean attributing)
      throws Exception {
    Metered plain = new Metered(PricedSubjects.class);
    Metered counted = new Metered(load(rules(attributing), SUBJECTS));
    for (Object[] arguments : new Object[][] {{null, "e"}, {TEXT, null}, {null, null}}) {
      assertThat(thrown(counted, "indexOfText", arguments))
          .isEqualTo(thrown(plain, "indexOfText", arguments));
      assertThat(counted.units("indexOfText", arguments)).isEqualTo(8);
    }
  }

  private static String thrown(Metered subjects, String method, @Nullable Object... arguments) {
    Throwable[] seen = new Throwable[1];
    assertThatThrownBy(() -> subjects.method(method).invoke(null, arguments))
        .cause()
        .satisfies(thrown -> seen[0] = thrown);
    return String.valueOf(seen[0]);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void operands_of_two_slots_stay_above_what_is_measured(boolean attributing) throws Exception {
    Metered subjects = new Metered(load(rules(attributing), SUBJECTS));
    assertThat(subjects.result("filled", 3, 7L << 40))
        .isEqualTo(new long[] {7L << 40, 7L << 40, 7L << 40});
    // iload, newarray (10), astore, aload, lload, invokestatic (4), aload, areturn
    assertThat(subjects.units("filled", 9, -1L)).isEqualTo(20 + 3 + 10 * 9);
    assertThat(subjects.result("filledBetween", new double[4], 1, 3, 0.5))
        .isEqualTo(new double[] {0, 0.5, 0.5, 0});
    // aload, iload, iload, dload, invokestatic (4), aload, areturn
    assertThat(subjects.units("filledBetween", new double[9], 2, 5, -0.5))
        .isEqualTo(10 + 3 + 10 * 2 * 5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void calls_by_an_interface_are_measured_like_others(boolean attributing) throws Exception {
    Metered subjects = new Metered(load(rules(attributing), SUBJECTS));
    assertThat(subjects.result("compared", "a", "b")).isEqualTo(-1);
    // aload, aload, invokeinterface (6), ireturn
    assertThat(subjects.units("compared", "a", "bcd")).isEqualTo(9 + 2 + 30);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void constructors_are_measured_by_their_arguments(boolean attributing) throws Exception {
    Metered subjects = new Metered(load(rules(attributing), SUBJECTS));
    char[] characters = "abcdef".toCharArray();
    assertThat(subjects.result("made", characters)).isEqualTo("abcdef");
    // new (10), dup, aload, invokespecial (4), areturn
    assertThat(subjects.units("made", characters)).isEqualTo(17 + 2 + 60);
    assertThat(subjects.bytes("made", characters)).isEqualTo(24 + 16 + 8);
    assertThat(subjects.result("madeOfPart", characters, 1, 3)).isEqualTo("bcd");
    assertThat(subjects.units("madeOfPart", characters, 1, 3)).isEqualTo(19 + 2 + 10 * 6 * 3);
    assertThat(thrown(subjects, "madeOfPart", characters, 1, 9))
        .isEqualTo(thrown(new Metered(PricedSubjects.class), "madeOfPart", characters, 1, 9));
  }
}
