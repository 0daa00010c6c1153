package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Params;
import dev.lightspeed.harness.workload.SplitMix64;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What the feed brings to one client, and what that client does with it, without end. */
final class FeedScript implements Iterator<Event> {

  private final SplitMix64 random;
  private FeedState state = FeedState.INITIAL;

  /** The script of a session, from 0. */
  FeedScript(int sessionIndex) {
    random = SplitMix64.forSession(FeedState.LABEL, sessionIndex);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Event next() {
    Event event = draw(random.below(10));
    state = state.handle(event).state();
    return event;
  }

  private Event draw(int r) {
    if (r < 8 || state.size() == 0) {
      return append();
    }
    String id = Integer.toString(state.idAt(random.below(state.size())));
    if (r == 8) {
      String author = Words.name(random);
      return Event.of("edit", "id", id, "author", author, "text", Words.sentence(random));
    }
    return Event.of("delete", "id", id);
  }

  private Event append() {
    int count = 1 + random.below(FeedState.MAX_APPENDED);
    List<Params> messages = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String author = Words.name(random);
      messages.add(Params.of("author", author, "text", Words.sentence(random)));
    }
    Params params = Params.of("count", Integer.toString(count)).with("messages", messages);
    return new Event("append", params);
  }
}
