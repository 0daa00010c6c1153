package dev.lightspeed.harness.workload.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.SplitMix64;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table against a second one that is too simple to be wrong. */
class CrudModelTest {

  /** Equal names, names that only differ by case or order, and what UTF-16 order gets wrong. */
  private static final List<String> NAMES =
      List.of("A", "B", "b", "A A", "", "<b>&\"'", "\u00c9", "\uFF21", "\uD83D\uDE00", "Zoe Zed");

  private CrudState state = CrudState.initial(new SplitMix64(0));
  private CrudModel model = new CrudModel(state);

  @Test
  void agreesWithTheModelInEverySession() {
    for (int session = 0; session < 64; session++) {
      open(session);
      Iterator<Event> script = new CrudScript(session);
      for (int i = 0; i < 200; i++) {
        step(script.next());
      }
    }
  }

  @Test
  void agreesWithTheModelOnEventsOfAnyKindFromOneRowToAHundred() {
    SplitMix64 random = new SplitMix64(7);
    int fewest = Integer.MAX_VALUE;
    int most = 0;
    for (int session = 0; session < 4; session++) {
      open(session);
      for (int i = 0; i < 2_000; i++) {
        // The table fills for 500 events, then empties for 500.
        step(anyEvent(random, i / 500 % 2 == 0));
        fewest = Math.min(fewest, state.rows().size());
        most = Math.max(most, state.rows().size());
      }
    }
    assertThat(fewest).isEqualTo(1);
    assertThat(most).isEqualTo(100);
  }

  private void open(int session) {
    state = CrudState.initial(SplitMix64.forSession(CrudState.LABEL, session));
    model = new CrudModel(state);
  }

  private void step(Event event) {
    String before = CrudModel.describe(state);
    List<Row> shownBefore = List.copyOf(state.shown());
    CrudState next = state.handle(event);

    assertThat(CrudModel.describe(state)).as("the state before").isEqualTo(before);
    assertThat(state.shown()).as("shown before").isEqualTo(shownBefore);
    model.apply(event);
    assertThat(CrudModel.describe(next)).as("%s", event).isEqualTo(model.describe());
    assertThat(next.shown()).as("%s", event).isEqualTo(OraclePages.shown(next));
    assertSharing(next, event);
    state = next;
  }

  private void assertSharing(CrudState next, Event event) {
    assertThat(instances(next.rows()).containsAll(next.shown())).as("%s", event).isTrue();
    List<Row> unchanged = new ArrayList<>(next.rows());
    unchanged.retainAll(state.rows());
    assertThat(instances(state.rows()).containsAll(unchanged)).as("%s", event).isTrue();
    if (next.rows().equals(state.rows())) {
      assertThat(next.rows()).as("%s", event).isSameAs(state.rows());
    }
    if (next.filter() == RoleFilter.ALL && next.sortKey() == SortKey.ID && next.ascending()) {
      assertThat(next.shown()).as("%s", event).isSameAs(next.rows());
    } else if (!event.name().equals("sort") && next.filter() == state.filter()) {
      if (next.shown().equals(state.shown())) {
        assertThat(next.shown()).as("%s", event).isSameAs(state.shown());
      }
    }
  }

  private static Set<Row> instances(List<Row> rows) {
    Set<Row> instances = Collections.newSetFromMap(new IdentityHashMap<>());
    instances.addAll(rows);
    return instances;
  }

  private Event anyEvent(SplitMix64 random, boolean filling) {
    int r = random.below(10);
    String id = Integer.toString(state.rows().get(random.below(state.rows().size())).id());
    String name = NAMES.get(random.below(NAMES.size()));
    String role = Role.at(random.below(3)).label();
    if (r < 4) {
      return filling
          ? Event.of("create", "name", name, "role", role)
          : Event.of("delete", "id", id);
    }
    return switch (r) {
      case 4 -> Event.of("update", "id", id, "name", name);
      case 5 -> Event.of("update", "id", id, "role", role);
      case 6 -> Event.of("toggle", "id", id);
      case 7 -> Event.of("sort", "key", SortKey.at(random.below(3)).label());
      case 8 -> Event.of("filter", "role", RoleFilter.at(random.below(4)).label());
      default ->
          filling ? Event.of("delete", "id", id) : Event.of("create", "name", name, "role", role);
    };
  }
}
