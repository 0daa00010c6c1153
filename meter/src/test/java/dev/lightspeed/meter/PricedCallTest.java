package dev.lightspeed.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.metered.PricedSubjects;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
          [java.util]
          Arrays  sort  3 + 1000 length(1)
          Set,List  contains  1 + 1 elements(this)
          """);

  private static final String SUBJECTS = PricedSubjects.class.getName();
  private static final String SORT = "java.util.Arrays.sort([I)V";

  /** Bytecodes of {@code sorted}: its weights by {@link PlainRules}, and its array's header. */
  private static final long SORTED_UNITS = 1 + 10 + 1 + 1 + 4 + 1 + 2 + 1;

  private static Rules rules(boolean attributing) {
    return PlainRules.with(PRICES).with(MeterMode.PORTABLE, attributing);
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
            SUBJECTS + ".sorted(I)I", SORTED_UNITS, Layout.align(16 + 4L * n), List.of(sort));
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
    String message = messageOf(new Metered(PricedSubjects.class));
    assertThat(message).contains("\"java.util.List.contains(Object)\"");
    assertThat(messageOf(new Metered(load(rules(attributing), SUBJECTS)))).isEqualTo(message);
  }

  private static String messageOf(Metered subjects) {
    Throwable[] seen = new Throwable[1];
    assertThatThrownBy(() -> subjects.method("contains").invoke(null, null, "text"))
        .cause()
        .isInstanceOf(NullPointerException.class)
        .satisfies(thrown -> seen[0] = thrown);
    return String.valueOf(seen[0].getMessage());
  }
}
