package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.CallTree;
import dev.lightspeed.meter.Recording;
import dev.lightspeed.meter.boot.CallNode;
import dev.lightspeed.meter.price.Weights;
import dev.lightspeed.metered.RecursionSubjects;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Which calls weigh what a recursive call does on top of a call, and how deep they are recorded.
 */
class RecursionTest {

  private static final String SUBJECTS = RecursionSubjects.class.getName();
  private static final int WEIGHT = 10_000;

  private final Metered plain = load(PlainRules.portable());
  private final Metered weighing = load(PlainRules.weighing(Weights.RECURSION, WEIGHT));

  private static Metered load(Rules rules) {
    try {
      return new Metered(
          new InstrumentingLoader(rules, name -> name.startsWith(SUBJECTS)).loadClass(SUBJECTS));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private long recursions(String method, Object... arguments) throws Exception {
    long more = weighing.units(method, arguments) - plain.units(method, arguments);
    assertThat(more % WEIGHT).isZero();
    return more / WEIGHT;
  }

  @Test
  void a_method_that_calls_itself_does() throws Exception {
    assertThat(recursions("self", 0)).isZero();
    assertThat(recursions("self", 7)).isEqualTo(7);
  }

  @Test
  void a_walk_over_nodes_that_all_have_the_method_does() throws Exception {
    assertThat(recursions("tree")).isEqualTo(4);
  }

  @Test
  void what_only_shares_the_name_does_not() throws Exception {
    assertThat(recursions("overload", 3)).isZero();
    assertThat(recursions("isEmpty")).isZero();
    assertThat(recursions("overridden")).isZero();
  }

  @Test
  void a_record_is_no_deeper_than_its_bound() {
    Recording record = new Recording();
    CallNode node = record.node();
    Rules rules = PlainRules.portable();
    assertThat(record.tree(rules)).isEqualTo(new CallTree("root", 0, 0, List.of()));
    int number = rules.frames().number("a.B.m()V");
    for (int i = 0; i < 100_000; i++) {
      node = node.callee(number);
      node.units++;
    }
    CallTree tree = record.tree(rules);
    assertThat(tree.totalUnits()).isEqualTo(100_000);
    assertThat(depth(tree)).isEqualTo(512);
  }

  private static int depth(CallTree tree) {
    int depth = 0;
    for (CallTree at = tree; !at.children().isEmpty(); at = at.children().get(0)) {
      depth++;
    }
    return depth;
  }
}
