package dev.lightspeed.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sizes of application objects, graphs and twins. */
class RetainedSizeTest {

  private final RetainedSize size = new RetainedSize();

  record Nothing() {}

  record Small(byte a, boolean b, short c, char d, int e, float f, long g, double h) {}

  record Row(int id, String name, TimeUnit unit, boolean active) {}

  record Box(@Nullable Object content) {}

  static class Base {
    int number = 1;
    @Nullable Object first;
  }

  static final class Derived extends Base {
    @Nullable Object second;
    static final Object SHARED = new Object();
  }

  static final class Node {
    @Nullable Node next;
  }

  static final class Wide {
    @Nullable Object f00;
    @Nullable Object f01;
    @Nullable Object f02;
    @Nullable Object f03;
    @Nullable Object f04;
    @Nullable Object f05;
    @Nullable Object f06;
    @Nullable Object f07;
    @Nullable Object f08;
    @Nullable Object f09;
    @Nullable Object f10;
    @Nullable Object f11;
    @Nullable Object f12;
    @Nullable Object f13;
    @Nullable Object f14;
    @Nullable Object f15;
    @Nullable Object f16;
    @Nullable Object f17;
    @Nullable Object f18;
    @Nullable Object f19;
  }

  static final class Tagged extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
    int tag = 3;
  }

  static final class Worker {
    final Thread thread = new Thread("never started");
  }

  @Test
  void an_object_is_its_header_and_fields_rounded_up_to_8() {
    assertThat(size.of(new Nothing())).isEqualTo(16);
    // 12 + 1 + 1 + 2 + 2 + 4 + 4 + 8 + 8 = 42
    assertThat(size.of(new Small((byte) 1, true, (short) 2, 'c', 3, 4f, 5L, 6.0))).isEqualTo(48);
  }

  @Test
  void superclass_fields_count_and_static_ones_do_not() {
    // 12 + 4 + 4 + 4 = 24, and 16 for the object in the superclass
    Derived derived = new Derived();
    derived.first = new Object();
    derived.second = derived;
    assertThat(size.of(derived)).isEqualTo(24 + 16);
  }

  @Test
  void a_record_of_text_and_enum() {
    // 12 + 4 + 4 + 4 + 1 = 25 → 32; String 24 + align8(16 + 3); the enum constant is shared
    assertThat(size.of(new Row(1, "abc", TimeUnit.DAYS, true))).isEqualTo(32 + 24 + 24);
  }

  @Test
  void arrays_are_16_bytes_and_their_elements() {
    assertThat(size.of(new int[3])).isEqualTo(32);
    assertThat(size.of(new long[3])).isEqualTo(40);
    assertThat(size.of(new byte[1])).isEqualTo(24);
    assertThat(size.of(new boolean[0])).isEqualTo(16);
    assertThat(size.of(new Object[][] {new Object[1], null})).isEqualTo(24 + 24);
  }

  @Test
  void an_object_that_is_reached_twice_counts_once() {
    Object one = new Object();
    assertThat(size.of(new Object[] {one, one})).isEqualTo(24 + 16);
    assertThat(size.of(new Object[] {one, new Object()})).isEqualTo(24 + 32);
  }

  @Test
  void a_cycle_ends() {
    Node node = new Node();
    node.next = new Node();
    node.next.next = node;
    assertThat(size.of(node)).isEqualTo(2 * 16);
  }

  @Test
  void a_list_a_million_deep_does_not_overflow_the_stack() {
    Node first = new Node();
    Node last = first;
    for (int i = 1; i < 1_000_000; i++) {
      last.next = new Node();
      last = last.next;
    }
    assertThat(size.of(first)).isEqualTo(16_000_000);
    assertThat(size.of(new Nothing())).isEqualTo(16);
  }

  @Test
  void what_the_twin_reaches_too_is_charged_to_neither() {
    Object template = List.of("a", "b", "c");
    Box session = new Box(new Object[] {template, new Object()});
    Box twin = new Box(new Object[] {template, new Object()});
    assertThat(size.of(session, twin)).isEqualTo(16 + 24 + 16);
    assertThat(size.of(twin, session)).isEqualTo(16 + 24 + 16);
    assertThat(size.of(session, session)).isZero();
    assertThat(size.of(session)).isGreaterThan(size.of(session, twin));
  }

  @Test
  void bytes_are_told_by_type_without_what_the_twin_reaches_and_what_is_free() {
    Object template = List.of("a", "b", "c");
    Object[] content = {
      template, new Row(1, new String("eins"), TimeUnit.DAYS, true), new int[3], new Row[2]
    };
    Box session = new Box(content);

    assertThat(size.byType(session, new Box(template)))
        .containsExactly(
            new RetainedType("dev.lightspeed.meter.RetainedSizeTest$Box", 1, 16),
            new RetainedType("dev.lightspeed.meter.RetainedSizeTest$Row", 1, 32),
            new RetainedType("dev.lightspeed.meter.RetainedSizeTest$Row[]", 1, 24),
            new RetainedType("int[]", 1, 32),
            new RetainedType("java.lang.Object[]", 1, 32),
            new RetainedType("java.lang.String", 1, 48));
    assertThat(size.byType(session, session)).isEmpty();
    assertThat(
            size.byType(session, new Box(template)).stream().mapToLong(RetainedType::bytes).sum())
        .isEqualTo(size.of(session, new Box(template)));
  }

  @Test
  void a_type_that_the_jvm_makes_up_has_a_name_without_its_number() {
    String text = new String("captured");
    Supplier<String> lambda = () -> text;
    Object proxy =
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Supplier.class},
            (self, method, args) -> 1);

    assertThat(RetainedType.name(lambda.getClass()))
        .isEqualTo("dev.lightspeed.meter.RetainedSizeTest$$Lambda");
    assertThat(RetainedType.name(proxy.getClass()))
        .isEqualTo("proxy of java.util.function.Supplier");
    assertThat(RetainedType.name(Row[][].class))
        .isEqualTo("dev.lightspeed.meter.RetainedSizeTest$Row[][]");
  }

  @Test
  void tables_are_reused_without_a_trace_of_earlier_calls() {
    Box box = new Box("text");
    long once = size.of(box);
    for (int i = 0; i < 100; i++) {
      assertThat(size.of(box)).isEqualTo(once);
      assertThat(size.of(box, new Box(null))).isEqualTo(once);
    }
  }

  @Test
  void the_sum_does_not_depend_on_the_order_in_which_a_map_is_walked() {
    Map<Object, Object> identityOrdered = new HashMap<>();
    Map<Object, Object> again = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      identityOrdered.put(new Object(), "value " + i);
      again.put(new Object(), "value " + i);
    }
    assertThat(size.of(identityOrdered)).isEqualTo(size.of(again));
  }

  @Test
  void a_class_that_extends_a_container_adds_its_fields_to_the_formula() {
    Tagged tagged = new Tagged();
    tagged.add("x");
    // ArrayList of one: 24 + 16 + 10 × 4; own fields 4 → 8; the string 24 + 24
    assertThat(size.of(tagged)).isEqualTo(24 + 56 + 8 + 48);
  }

  @Test
  void a_lambda_counts_what_it_captures() {
    Supplier<String> constant = () -> "x";
    assertThat(size.of(constant)).isZero();
    Object captured = new Object();
    Supplier<Object> capturing = () -> captured;
    assertThat(size.of(capturing)).isEqualTo(16 + 16);
  }

  @Test
  void classes_and_enum_constants_are_free() {
    assertThat(size.of(new Object[] {String.class, TimeUnit.DAYS})).isEqualTo(24);
  }

  @Test
  void a_thread_is_refused_with_the_path_to_it() {
    assertThatThrownBy(() -> size.of(new Box(new Object[] {null, new Worker()})))
        .isInstanceOf(UnsizedObjectException.class)
        .hasMessage(
            "retained() reaches a java.lang.Thread: Box.content -> Object[1] -> Worker.thread. A"
                + " session must not hold a thread: leave it out of what retained() returns");
    assertThatThrownBy(() -> size.of(new Thread("never started")))
        .hasMessageStartingWith("retained() returns a java.lang.Thread. A session must not hold");
  }

  @Test
  void the_path_names_the_field_among_many() {
    Derived derived = new Derived();
    derived.second = new Object();
    derived.first = new Worker();
    assertThatThrownBy(() -> size.of(derived))
        .hasMessageStartingWith(
            "retained() reaches a java.lang.Thread: Base.first -> Worker.thread.");
    Wide wide = new Wide();
    wide.f18 = new Worker();
    assertThatThrownBy(() -> size.of(wide))
        .hasMessageStartingWith(
            "retained() reaches a java.lang.Thread: Wide.f18 -> Worker.thread.");
    wide.f18 = new Object();
    // 12 + 20 × 4 = 92
    assertThat(size.of(wide)).isEqualTo(96 + 16);
  }

  @Test
  void a_refused_object_in_the_twin_is_refused_too() {
    assertThatThrownBy(() -> size.of(new Box(null), new Box(new Worker())))
        .hasMessageStartingWith(
            "retained() reaches a java.lang.Thread: Box.content -> Worker.thread. ");
  }

  @Test
  void a_class_loader_is_refused() {
    assertThatThrownBy(() -> size.of(new Box(ClassLoader.getSystemClassLoader())))
        .hasMessageMatching(
            "retained\\(\\) reaches a \\S+ClassLoader: Box.content. A session must not hold a class"
                + " loader: leave it out of what retained\\(\\) returns");
  }

  @Test
  void a_jdk_type_without_a_formula_is_refused() {
    Map<String, Object> map = new HashMap<>();
    map.put("in", new Scanner("text"));
    assertThatThrownBy(() -> size.of(new Box(List.of(new Object(), map))))
        .hasMessage(
            "retained() reaches a java.util.Scanner: Box.content -> List12[1] -> HashMap[value]."
                + " The pinned layout has no size for java.util.Scanner: leave it out of what"
                + " retained() returns, or hold its content in one of the types of"
                + " docs/COUNTERS.md");
  }

  @Test
  void an_instance_is_usable_after_it_refused() {
    assertThatThrownBy(() -> size.of(new Box(new Worker())))
        .isInstanceOf(UnsizedObjectException.class);
    assertThat(size.of(new Box(null))).isEqualTo(16);
  }
}
