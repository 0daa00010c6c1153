package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.meter.price.Price;
import dev.lightspeed.meter.price.PriceTable;
import dev.lightspeed.metered.ReferenceSubjects;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * References to methods of the JDK do what they did, and count what the lambda that says the same
 * does. The classes here are verified as they are loaded.
 */
class MethodReferencesTest {

  private static final String SUBJECTS = ReferenceSubjects.class.getName();

  private final Rules rules = PlainRules.with(PriceTable.INSTANCE);
  private final Metered plain = new Metered(ReferenceSubjects.class);
  private final Metered counted = new Metered(load());

  private Class<?> load() {
    try {
      return new InstrumentingLoader(rules, name -> name.startsWith(SUBJECTS)).loadClass(SUBJECTS);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ofStatic",
        "ofVirtual",
        "ofInterface",
        "ofConstructor",
        "ofLongs",
        "ofDoubles",
        "ofVoid",
        "ofVarargs",
        "ofArray",
        "ofBridge",
        "inInterface"
      })
  void a_reference_counts_what_a_lambda_does(String method) throws Exception {
    assertThat(counted.result(method)).isEqualTo(plain.result(method));
    assertThat(counted.result(method + "Lambda")).isEqualTo(plain.result(method));
    assertThat(counted.units(method)).isEqualTo(counted.units(method + "Lambda"));
    assertThat(counted.bytes(method)).isEqualTo(counted.bytes(method + "Lambda"));
  }

  @Test
  void a_bound_receiver_is_checked_where_the_reference_is_made() throws Exception {
    assertThat(counted.result("bound", "text")).isEqualTo(4);
    String descriptor = "(Ljava/lang/Object;)Ljava/lang/Object;";
    Price check =
        Rules.portable(BootNames.PLAIN)
            .costs()
            .price(
                new MethodInsnNode(
                    Opcodes.INVOKESTATIC, "java/util/Objects", "requireNonNull", descriptor));
    // dup, invokestatic (4), pop
    assertThat(counted.units("bound", "text") - counted.units("boundLambda", "text"))
        .isEqualTo(6 + check.units());
    assertThatThrownBy(() -> counted.result("bound", new Object[] {null}))
        .hasCauseInstanceOf(NullPointerException.class);
  }

  @Test
  void references_to_what_is_inherited_find_their_own_method() throws Exception {
    assertThat(counted.result("inherited")).isEqualTo(List.of("a!", "b", "c2"));
    assertThat(counted.result("inheritedUnbound")).isEqualTo(1);
  }

  @Test
  void chains_of_comparators_compare_and_count() throws Exception {
    assertThat(counted.result("sorted")).isEqualTo(List.of("c", "a", "b"));
    assertThat(counted.units("sorted")).isEqualTo(counted.units("sorted"));
  }

  @Test
  void a_reference_that_can_be_serialised_is_left_alone() throws Exception {
    assertThat(counted.result("serialised")).isEqualTo(4);
  }

  @Test
  void methods_are_the_same_whatever_is_counted() throws Exception {
    List<String> names = methods(counted.method("ofStatic").getDeclaringClass());
    for (boolean countsJdk : new boolean[] {false, true}) {
      for (boolean attributing : new boolean[] {false, true}) {
        Rules others = rules.with(countsJdk, attributing);
        Class<?> type =
            new InstrumentingLoader(others, name -> name.startsWith(SUBJECTS)).loadClass(SUBJECTS);
        assertThat(methods(type)).isEqualTo(names);
      }
    }
    assertThat(names).anyMatch(name -> name.contains("lambda$ofStatic$max$"));
  }

  private static List<String> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods()).map(m -> m.toString()).sorted().toList();
  }
}
