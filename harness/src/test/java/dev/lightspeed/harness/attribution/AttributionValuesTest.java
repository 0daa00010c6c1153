package dev.lightspeed.harness.attribution;

import static dev.lightspeed.harness.attribution.Attributions.CART;
import static dev.lightspeed.harness.attribution.Attributions.kind;
import static dev.lightspeed.harness.attribution.Attributions.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.attribution.AttributionRecorder.TypeSum;
import dev.lightspeed.harness.attribution.MethodCost.Rank;
import dev.lightspeed.harness.text.Percent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The values, what they refuse, and what is read off them. */
class AttributionValuesTest {

  @Test
  void callPathsThatDoNotAddUpAreRefusedWhereTheyAreMade() {
    TypeSum sum = new TypeSum(3, 86, 0, 0, 0, tree("add", 0, 0, tree(Attributions.ADD, 85, 0)));

    assertThatThrownBy(() -> sum.eventType("cart", "add"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cart: the call paths of 'add' add up to 85 CPU units, counted were 86");

    TypeSum bytes = new TypeSum(3, 85, 7, 0, 0, tree("add", 0, 0, tree(Attributions.ADD, 85, 8)));
    assertThatThrownBy(() -> bytes.eventType("cart", "add"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cart: the call paths of 'add' add up to 8 allocated bytes, counted were 7");
  }

  @Test
  void whatThreadsHaveSeenIsAddedUpInAnyOrder() {
    TypeSum one = new TypeSum(1, 5, 8, 10, 1, tree("add", 0, 0, tree(Attributions.ADD, 5, 8)));
    TypeSum other =
        new TypeSum(
            2,
            12,
            1,
            30,
            4,
            tree("add", 0, 0, tree(Attributions.TOTAL, 3, 0), tree(Attributions.ADD, 9, 1)));

    assertThat(one.plus(other).eventType("cart", "add"))
        .isEqualTo(
            new EventType(
                "add",
                3,
                17,
                9,
                40,
                5,
                tree("add", 0, 0, tree(Attributions.ADD, 14, 9), tree(Attributions.TOTAL, 3, 0))));
    assertThat(other.plus(one)).isEqualTo(one.plus(other));
  }

  @Test
  void halfACharacterOfAnEventsNameIsReplaced() {
    assertThat(AttributionRecorder.wellFormed("a\ud800b\udc00")).isEqualTo("a\ufffdb\ufffd");
    assertThat(AttributionRecorder.wellFormed("😀")).isEqualTo("😀");
  }

  @Test
  void whatIsOutOfOrderOrMissingIsRefused() {
    RetainedPeak peak = CART.peak();
    EventType mount = kind("(mount)", 1, tree("(mount)", 1, 1));
    EventType go = kind("go", 1, tree("go", 1, 1));

    assertThatThrownBy(() -> new WorkloadAttribution("w", 1, 1, List.of(go, mount), peak))
        .hasMessage("kinds: '(mount)' is not in its place, by name and once");
    assertThatThrownBy(() -> new WorkloadAttribution("w", 1, 2, List.of(mount, go), peak))
        .hasMessage(
            "kinds: 2 steps in all, expected 3: a mount and 2 events in each of 1 sessions");
    assertThatThrownBy(() -> new Attribution("portable/2", List.of()))
        .hasMessage("workloads: none, expected at least one");
    assertThatThrownBy(() -> new Attribution("portable/2", List.of(CART, CART)))
        .hasMessage("workloads: the workload 'cart' is there twice, expected once");
    assertThatThrownBy(() -> new RetainedPeak(1024, 0, "go", List.of()))
        .hasMessage("peak: session 1024, event 0 is out of range");
  }

  @Test
  void aMethodsTotalCountsItsOwnRecursionOnce() {
    assertThat(MethodCost.of(CART, Rank.SELF))
        .containsExactly(
            new MethodCost(Attributions.TOTAL, 82, 82, 0, 0),
            new MethodCost(Attributions.SORT, 30, 30, 4, 4),
            new MethodCost(Attributions.ADD, 27, 35, 24, 32),
            new MethodCost(Attributions.HANDLE, 21, 166, 16, 52),
            new MethodCost(Attributions.LINE, 8, 8, 8, 8));
  }

  @Test
  void methodsAreRankedByWhatIsAskedFor() {
    assertThat(MethodCost.of(CART, Rank.TOTAL))
        .extracting(MethodCost::frame)
        .startsWith(Attributions.HANDLE, Attributions.TOTAL, Attributions.ADD);
    assertThat(MethodCost.of(CART, Rank.ALLOCATED))
        .extracting(MethodCost::frame)
        .startsWith(Attributions.ADD, Attributions.HANDLE, Attributions.LINE);
  }

  @Test
  void theOwnSharesOfAllMethodsAreTheWhole() {
    List<MethodCost> costs = MethodCost.of(CART, Rank.SELF);

    assertThat(costs.stream().mapToLong(MethodCost::ownUnits).sum()).isEqualTo(CART.cpuUnits());
    assertThat(costs.stream().mapToLong(MethodCost::ownBytes).sum())
        .isEqualTo(CART.allocatedBytes());
  }

  @Test
  void workOfNoMethodIsKeptUnderTheKind() {
    WorkloadAttribution workload =
        new WorkloadAttribution(
            "w",
            1,
            1,
            List.of(kind("go", 2, tree("go", 4, 2))),
            new RetainedPeak(0, 0, "go", List.of()));

    assertThat(MethodCost.of(workload, Rank.SELF))
        .containsExactly(new MethodCost("go", 4, 4, 2, 2));
  }

  @Test
  void collapsedStacksAreALineForEachPathWithUnits() {
    assertThat(CollapsedStacks.text(Attributions.ATTRIBUTION))
        .isEqualTo(
            """
            cart;(mount);com.example.Cart.total() 2
            cart;add;com.example.Cart.handle(dev.example.Event) 10
            cart;add;com.example.Cart.handle(dev.example.Event);com.example.Cart.add(java.lang.String, int) 20
            cart;add;com.example.Cart.handle(dev.example.Event);com.example.Cart.add(java.lang.String, int);new com.example.Cart.Line(java.lang.String) 5
            cart;add;com.example.Cart.handle(dev.example.Event);com.example.Cart.add(java.lang.String, int);com.example.Cart.add(java.lang.String, int) 7
            cart;add;com.example.Cart.handle(dev.example.Event);com.example.Cart.add(java.lang.String, int);com.example.Cart.add(java.lang.String, int);new com.example.Cart.Line(java.lang.String) 3
            cart;add;com.example.Cart.handle(dev.example.Event);com.example.Cart.total() 40
            cart;pay;com.example.Cart.handle(dev.example.Event) 11
            cart;pay;com.example.Cart.handle(dev.example.Event);com.example.Cart.total() 40
            cart;pay;com.example.Cart.handle(dev.example.Event);java.util.ArrayList.sort(java.util.Comparator) 30
            zero;big: <b>"event"</b> 9007199254740992
            """);
  }

  @Test
  void theSessionsPeakHasAPlace() {
    assertThat(CART.peak().place()).isEqualTo("session 1 after event 2 (add)");
    assertThat(new RetainedPeak(3, 0, "(mount)", List.of()).place())
        .isEqualTo("session 3 after its mount");
    assertThat(CART.peak().bytes()).isEqualTo(112);
  }

  @Test
  void sharesAreRoundedToTenthsAndNeverToNothing() {
    assertThat(Percent.of(1, 3)).isEqualTo("33.3 %");
    assertThat(Percent.of(0, 3)).isEqualTo("0.0 %");
    assertThat(Percent.of(1, 100_000)).isEqualTo("<0.1 %");
    assertThat(Percent.of(-1, 100_000)).isEqualTo(">-0.1 %");
    assertThat(Percent.of(-1, 2)).isEqualTo("-50.0 %");
    assertThat(Percent.of(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo("100.0 %");
    assertThat(Percent.of(1, 0)).isEqualTo("-");
    assertThat(Percent.growth(100, 103)).isEqualTo("+3.0 %");
    assertThat(Percent.growth(100, 50)).isEqualTo("-50.0 %");
    assertThat(Percent.growth(0, 5)).isEqualTo("new");
    assertThat(Percent.growth(5, 5)).isEqualTo("±0");
    assertThat(Percent.growth(100_000, 100_001)).isEqualTo("+<0.1 %");
  }
}
