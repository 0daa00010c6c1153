package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.SplitMix64;
import java.util.Iterator;

/** What one user of the table sends, without end. */
final class CrudScript implements Iterator<Event> {

  private final SplitMix64 random;
  private CrudState state;

  /** The script of a session, from 0. */
  CrudScript(int sessionIndex) {
    random = SplitMix64.forSession(CrudState.LABEL, sessionIndex);
    state = CrudState.initial(random);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Event next() {
    Event event = draw(random.below(100));
    state = state.handle(event);
    return event;
  }

  private Event draw(int r) {
    if (r < 40) {
      return update();
    }
    if (r < 55) {
      String name = Words.name(random);
      return Event.of("create", "name", name, "role", role());
    }
    if (r < 70) {
      return Event.of("delete", "id", anyRow());
    }
    if (r < 80) {
      return Event.of("toggle", "id", anyRow());
    }
    if (r < 90) {
      return Event.of("sort", "key", SortKey.at(random.below(3)).label());
    }
    return Event.of("filter", "role", RoleFilter.at(random.below(4)).label());
  }

  private Event update() {
    String id = anyRow();
    if (random.below(2) == 0) {
      return Event.of("update", "id", id, "name", Words.name(random));
    }
    return Event.of("update", "id", id, "role", role());
  }

  /** The id of any row, shown or not. */
  private String anyRow() {
    return Integer.toString(state.rows().get(random.below(state.rows().size())).id());
  }

  private String role() {
    return Role.at(random.below(3)).label();
  }
}
