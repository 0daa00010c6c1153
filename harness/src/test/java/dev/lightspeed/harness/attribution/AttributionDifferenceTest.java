package dev.lightspeed.harness.attribution;

import static dev.lightspeed.harness.attribution.Attributions.CART;
import static dev.lightspeed.harness.attribution.Attributions.HANDLE;
import static dev.lightspeed.harness.attribution.Attributions.LINE;
import static dev.lightspeed.harness.attribution.Attributions.SORT;
import static dev.lightspeed.harness.attribution.Attributions.TOTAL;
import static dev.lightspeed.harness.attribution.Attributions.cart;
import static dev.lightspeed.harness.attribution.Attributions.kind;
import static dev.lightspeed.harness.attribution.Attributions.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lightspeed.meter.CallTree;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AttributionDifferenceTest {

  private static final RetainedPeak PEAK = new RetainedPeak(0, 0, "go", List.of());

  @Test
  void equalRunsDoNotDiffer() {
    for (Quantity figure : Quantity.values()) {
      FigureDifference difference = new WorkloadDifference(CART, CART).of(figure);

      assertThat(difference.isChanged()).as(figure.word()).isFalse();
      assertThat(difference.parts()).isEmpty();
    }
  }

  @Test
  void namesTheMethodTheKindsAndThePathThatTheyShare() {
    FigureDifference difference = new WorkloadDifference(CART, cart(45)).of(Quantity.CPU);

    assertThat(difference.before()).isEqualTo(168);
    assertThat(difference.now()).isEqualTo(178);
    assertThat(difference.eventTypes())
        .containsExactly(
            Contribution.of("add", 85, 90, 3, 3), Contribution.of("pay", 81, 86, 1, 1));
    assertThat(difference.parts())
        .containsExactly(
            new Contribution(TOTAL, 82, 92, 0, 0, List.of("add", "pay"), List.of(HANDLE, TOTAL)));
  }

  @Test
  void whatIsGoneAndWhatIsNewAreChangesToo() {
    WorkloadAttribution before = single(tree("go", 0, 0, tree(HANDLE, 5, 0, tree(SORT, 9, 3))));
    WorkloadAttribution now = single(tree("go", 0, 0, tree(HANDLE, 5, 0, tree(LINE, 2, 8))));
    FigureDifference cpu = new WorkloadDifference(before, now).of(Quantity.CPU);
    FigureDifference allocation = new WorkloadDifference(before, now).of(Quantity.ALLOCATION);

    assertThat(cpu.difference()).isEqualTo(-7);
    assertThat(cpu.parts())
        .extracting(Contribution::name, Contribution::before, Contribution::now, Contribution::path)
        .containsExactly(
            tuple(SORT, 9L, 0L, List.of(HANDLE, SORT)), tuple(LINE, 0L, 2L, List.of(HANDLE, LINE)));
    assertThat(allocation.difference()).isEqualTo(5);
    assertThat(allocation.parts()).extracting(Contribution::name).containsExactly(LINE, SORT);
  }

  @Test
  void workThatHasMovedIsAChangeThoughTheWholeIsTheSame() {
    WorkloadAttribution before = single(tree("go", 0, 0, tree(HANDLE, 5, 0), tree(SORT, 5, 0)));
    WorkloadAttribution now = single(tree("go", 0, 0, tree(HANDLE, 4, 0), tree(SORT, 6, 0)));
    FigureDifference cpu = new WorkloadDifference(before, now).of(Quantity.CPU);

    assertThat(cpu.difference()).isZero();
    assertThat(cpu.isChanged()).isTrue();
    assertThat(cpu.parts()).extracting(Contribution::difference).containsExactly(-1L, 1L);
  }

  @Test
  void memoryIsByType() {
    FigureDifference memory = new WorkloadDifference(CART, cart(64)).of(Quantity.MEMORY);

    assertThat(memory.difference()).isEqualTo(24);
    assertThat(memory.eventTypes()).isEmpty();
    assertThat(memory.parts())
        .containsExactly(Contribution.of("com.example.Cart$Line", 40, 64, 3, 3));
  }

  @Test
  void payloadIsOfKindsAndComesWithTheMethodsThatChangedThere() {
    EventType less = new EventType("pay", 1, 5, 0, 20, 1, tree("pay", 0, 0, tree(TOTAL, 5, 0)));
    EventType more = new EventType("pay", 1, 6, 0, 30, 1, tree("pay", 0, 0, tree(TOTAL, 6, 0)));
    EventType mount = kind("(mount)", 1, tree("(mount)", 0, 0, tree(SORT, 5, 0)));
    EventType slow = kind("(mount)", 1, tree("(mount)", 0, 0, tree(SORT, 9, 0)));
    WorkloadAttribution before = new WorkloadAttribution("w", 1, 1, List.of(mount, less), PEAK);
    WorkloadAttribution now = new WorkloadAttribution("w", 1, 1, List.of(slow, more), PEAK);
    FigureDifference payload = new WorkloadDifference(before, now).of(Quantity.PAYLOAD);

    assertThat(payload.addsUp()).isFalse();
    assertThat(payload.eventTypes()).containsExactly(Contribution.of("pay", 20, 30, 1, 1));
    assertThat(payload.parts())
        .containsExactly(new Contribution(TOTAL, 5, 6, 0, 0, List.of("pay"), List.of(TOTAL)));
  }

  @Provide
  Arbitrary<CallTree> trees() {
    Arbitrary<String> frames = Arbitraries.of(HANDLE, TOTAL, SORT, LINE);
    Arbitrary<Long> counts = Arbitraries.longs().between(0, 9);
    return Arbitraries.lazyOf(
        () -> Combinators.combine(frames, counts).as((frame, units) -> tree(frame, units, 0)),
        () ->
            Combinators.combine(frames, counts, counts, trees().list().ofMaxSize(3))
                .as(CallTree::new));
  }

  @Property(seed = "9", tries = 300)
  void whatAccountsForADifferenceAddsUpToIt(
      @ForAll("trees") CallTree one, @ForAll("trees") CallTree other) {
    WorkloadDifference difference =
        new WorkloadDifference(single(tree("go", 0, 0, one)), single(tree("go", 1, 0, other)));

    for (Quantity figure : List.of(Quantity.CPU, Quantity.ALLOCATION)) {
      FigureDifference whole = difference.of(figure);
      long parts = whole.parts().stream().mapToLong(Contribution::difference).sum();
      long kinds = whole.eventTypes().stream().mapToLong(Contribution::difference).sum();

      assertThat(parts).isEqualTo(whole.difference());
      assertThat(kinds).isEqualTo(whole.difference());
    }
  }

  @Test
  void onlyWhatBothHaveIsCompared() {
    WorkloadAttribution other = single(tree("go", 1, 0));
    AttributionDifference difference =
        AttributionDifference.between(
            new Attribution("portable/2", List.of(CART, other)),
            new Attribution("portable/2", List.of(renamed("zoo", other), CART)));

    assertThat(difference.workloads()).containsExactly(new WorkloadDifference(CART, CART));
    assertThat(difference.onlyBefore()).containsExactly("w");
    assertThat(difference.onlyNow()).containsExactly("zoo");
  }

  @Test
  void whatCannotBeComparedIsRefusedWithAWayOut() {
    Attribution baseline = new Attribution("portable/2", List.of(CART));
    WorkloadAttribution larger =
        new WorkloadAttribution(
            "cart", 1, 3, List.of(kind("go", 4, tree("go", 1, 0))), CART.peak());

    assertThatThrownBy(
            () ->
                AttributionDifference.between(
                    baseline, new Attribution("full/2@17.0.15", List.of(CART))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "counted with portable/2, but now it is full/2@17.0.15, and the two cannot be compared:"
                + " count both with the same --meter, or explain the earlier code again");
    assertThatThrownBy(
            () ->
                AttributionDifference.between(
                    baseline, new Attribution("portable/2", List.of(larger))))
        .hasMessage(
            "cart has 2 sessions × 2 events, but now 1 session × 3 events, and the two cannot be"
                + " compared: use --sessions 2 --events 2, or explain the earlier code again");
    assertThatThrownBy(
            () ->
                AttributionDifference.between(
                    baseline, new Attribution("portable/2", List.of(renamed("zoo", CART)))))
        .hasMessage(
            "holds cart, but now there is zoo: choose what the baseline holds with --workload, or"
                + " explain the earlier code again");
  }

  private static WorkloadAttribution single(CallTree tree) {
    return new WorkloadAttribution("w", 1, 1, List.of(kind("go", 2, tree)), PEAK);
  }

  private static WorkloadAttribution renamed(String label, WorkloadAttribution workload) {
    return new WorkloadAttribution(
        label,
        workload.distinctSessions(),
        workload.eventsPerSession(),
        workload.eventTypes(),
        workload.peak());
  }
}
