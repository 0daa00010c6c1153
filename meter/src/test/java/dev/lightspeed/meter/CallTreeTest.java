package dev.lightspeed.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees of call paths: merged, added up and read, however deep. */
class CallTreeTest {

  private static final int DEEP = 100_000;

  private static CallTree tree(String frame, long units, CallTree... children) {
    return new CallTree(frame, units, 2 * units, List.of(children));
  }

  @Test
  void trees_are_added_path_by_path() {
    CallTree one = tree("root", 1, tree("a", 2, tree("b", 3)), tree("c", 4));
    CallTree other = tree("root", 10, tree("a", 20, tree("d", 30), tree("b", 40)), tree("e", 50));
    assertThat(one.plus(other))
        .isEqualTo(
            tree(
                "root",
                11,
                tree("a", 22, tree("b", 43), tree("d", 30)),
                tree("c", 4),
                tree("e", 50)));
    assertThat(one.plus(other)).isEqualTo(other.plus(one));
    assertThat(one.plus(other).totalUnits()).isEqualTo(one.totalUnits() + other.totalUnits());
    assertThat(one.plus(other).totalAllocatedBytes()).isEqualTo(2 * 160);
  }

  @Test
  void a_frame_that_is_there_twice_is_merged() {
    assertThat(
            tree("root", 0, tree("b", 1), tree("a", 2, tree("b", 3)), tree("a", 4, tree("b", 5))))
        .isEqualTo(tree("root", 0, tree("a", 6, tree("b", 8)), tree("b", 1)));
  }

  @Test
  void only_trees_of_one_frame_are_added() {
    assertThatThrownBy(() -> tree("a", 1).plus(tree("b", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("frame: 'b', expected 'a'");
  }

  @Test
  void nothing_is_less_than_nothing() {
    assertThatThrownBy(() -> new CallTree("a", -1, 0, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("units: -1 and 0 bytes, each must be at least 0");
  }

  @Test
  void deep_trees_are_added_without_the_stack() {
    CallTree deep = tree("m", 1);
    for (int i = 1; i < DEEP; i++) {
      deep = tree("m", 1, deep);
    }
    CallTree twice = deep.plus(deep);
    assertThat(twice.totalUnits()).isEqualTo(2L * DEEP);
    assertThat(twice.totalAllocatedBytes()).isEqualTo(4L * DEEP);
  }
}
