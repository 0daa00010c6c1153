package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.metered.Subjects;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

/** Counts, exact to the unit, of methods small enough to be counted by hand. */
class ExactCountTest {

  private final Class<?> type = load();
  private final Metered subjects = new Metered(type);

  private static Class<?> load() {
    try {
      String name = Subjects.class.getName();
      return new InstrumentingLoader(n -> n.startsWith(name)).loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_straight_method_counts_its_bytecodes() throws Exception {
    // iconst_1, ireturn
    assertThat(subjects.units("one")).isEqualTo(2);
    // lload, dload, d2l, ladd, lreturn
    assertThat(subjects.units("wide", 1L, 2.0)).isEqualTo(5);
    assertThat(subjects.result("wide", 1L, 2.0)).isEqualTo(3L);
  }

  @Test
  void only_the_branch_that_is_taken_counts() throws Exception {
    // iload, iload, if_icmple; iload, goto | iload; ireturn
    assertThat(subjects.units("max", 2, 1)).isEqualTo(3 + 2 + 1);
    assertThat(subjects.units("max", 1, 2)).isEqualTo(3 + 1 + 1);
  }

  @Test
  void a_loop_counts_every_round() throws Exception {
    // 4 to start; test 3; body 6; 2 to end
    assertThat(subjects.units("sum", 0)).isEqualTo(4 + 3 + 2);
    assertThat(subjects.units("sum", 10)).isEqualTo(4 + 11 * 3 + 10 * 6 + 2);
  }

  @Test
  void a_loop_that_is_all_of_the_method_counts_every_round() throws Exception {
    // aload, iload, iinc, iconst, iastore (2), goto
    assertThat(subjects.units("fill", new int[10], 10)).isEqualTo(7);
    assertThat(subjects.units("fill", new int[10], 0)).isEqualTo(11 * 7);
  }

  @Test
  void a_long_loop_that_counts_in_between_loses_nothing() throws Exception {
    int n = 3_000_000;
    assertThat(9L * n).isGreaterThan(20L * MethodInstrumenter.LOOP_FLUSH);
    assertThat(subjects.units("sum", n)).isEqualTo(9L * n + 9);
  }

  @Test
  void two_slot_variables_keep_their_values() throws Exception {
    // lconst, lstore, ldc2, dstore, iconst, istore; test 3; body
    // ldc2, iload, i2l, lmul, lstore, lload, lload, ladd, lstore, dload, lload, l2d, dadd, dstore,
    // iinc, goto; lload, dload, d2l, ladd, lreturn
    assertThat(subjects.units("wideLoop", 5)).isEqualTo(6 + 6 * 3 + 5 * 16 + 5);
    assertThat(subjects.result("wideLoop", 5)).isEqualTo(40L);
  }

  @Test
  void a_block_counts_in_full_where_an_exception_leaves_it() throws Exception {
    // iload, iload, idiv (8), ireturn
    assertThat(subjects.units("divide", 4, 2)).isEqualTo(11);
    assertThat(subjects.units("divide", 4, 0)).isEqualTo(11);
  }

  @Test
  void a_method_counts_when_it_throws() throws Exception {
    // iload, ifge; new (10), dup, invokespecial (4), athrow (20); iload, ireturn
    assertThat(subjects.units("check", 1)).isEqualTo(2 + 2);
    assertThat(subjects.units("check", -1)).isEqualTo(2 + 35);
  }

  @Test
  void a_handler_counts_when_it_catches() throws Exception {
    // iconst, iload, invokestatic (4), ireturn; astore, iconst, ireturn
    assertThat(subjects.units("caught", 1)).isEqualTo(7 + 11);
    assertThat(subjects.units("caught", 0)).isEqualTo(7 + 11 + 3);
    assertThat(subjects.result("caught", 0)).isEqualTo(-1);
  }

  @Test
  void a_switch_counts_its_case() throws Exception {
    // iload, tableswitch (3); bipush, goto | iconst; ireturn
    assertThat(subjects.units("pick", 1)).isEqualTo(4 + 2 + 1);
    assertThat(subjects.units("pick", 9)).isEqualTo(4 + 1 + 1);
    assertThat(subjects.result("named", "BB")).isEqualTo(2);
    assertThat(subjects.units("named", "BB")).isGreaterThan(subjects.units("named", "zz"));
  }

  @Test
  void finally_blocks_and_monitors_behave_as_before() throws Exception {
    assertThat(subjects.result("finallyCounted", 2)).isEqualTo(3);
    assertThat(subjects.result("finallyCounted", 0)).isEqualTo(0);
    assertThat(subjects.units("finallyCounted", 0))
        .isGreaterThan(subjects.units("finallyCounted", 2));
    assertThat(subjects.result("locked", 5)).isEqualTo(10);
    assertThat(subjects.result("locked", 50)).isEqualTo(21);
    assertThat(subjects.units("locked", 50)).isEqualTo(subjects.units("locked", 70));
  }

  @Test
  void objects_under_construction_survive_branches() throws Exception {
    assertThat(subjects.result("built", 3)).isEqualTo("more3");
    assertThat(subjects.result("builtInLoop", 3)).isEqualTo(3 + 2 + 2);
  }

  @Test
  void a_lambda_counts_its_body() throws Exception {
    // iload, invokedynamic (5), astore, aload, invokeinterface (6), ireturn; iload, iconst, iadd,
    // ireturn
    assertThat(subjects.units("lambda", 1)).isEqualTo(1 + 5 + 1 + 1 + 6 + 1 + 4);
  }

  @Test
  void a_constructor_counts_before_and_behind_its_super_call() throws Exception {
    // aload, invokespecial (4); aload, iload, putfield (2); aload, lload, putfield (2); return
    long plain = 5 + 4 + 4 + 1;
    assertThat(construct(new Class<?>[] {int.class, long.class}, 1, 2L)).isEqualTo(plain);
    // aload, iload, ifle; iload, goto | iload, ineg; lconst, invokespecial (4), return
    Class<?>[] one = {int.class};
    assertThat(construct(one, 1)).isEqualTo(3 + 2 + 6 + plain);
    assertThat(construct(one, -1)).isEqualTo(3 + 2 + 6 + plain);
    // aload, iconst, ldc2, invokespecial (4), aload, invokevirtual (5), ifeq; new (10), dup, ldc,
    // invokespecial (4), athrow (20); return
    Class<?>[] text = {String.class};
    assertThat(construct(text, "x")).isEqualTo(14 + plain + 1);
    assertThat(construct(text, "")).isEqualTo(14 + plain + 36);
  }

  @Test
  void instance_methods_without_a_possible_exception_count_too() throws Exception {
    Object subject = type.getConstructor(int.class, long.class).newInstance(7, 5L);
    // aload, getfield (2), i2l, aload, getfield (2), ladd, lreturn
    assertThat(unitsOf("both", subject)).isEqualTo(9);
    // aload, getfield, i2l, aload, getfield, lcmp, ifle; aload, getfield, i2l, goto; lreturn
    assertThat(unitsOf("larger", subject)).isEqualTo(9 + 5 + 1);
  }

  private long unitsOf(String name, Object subject) throws Exception {
    return Metered.onThread(
        () -> {
          long before = Metered.now();
          subjects.method(name).invoke(subject);
          return Metered.now() - before;
        });
  }

  private long construct(Class<?>[] parameters, Object... arguments) throws Exception {
    Constructor<?> constructor = type.getConstructor(parameters);
    Class.forName(type.getName(), true, type.getClassLoader());
    return Metered.onThread(
        () -> {
          long before = Metered.now();
          try {
            constructor.newInstance(arguments);
          } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
          }
          return Metered.now() - before;
        });
  }
}
