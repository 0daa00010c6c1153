package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.SplitMix64;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/**
 * A program, not a test: prints how many events a second each workload's state takes in on one
 * core, rendering left out. The median of several rounds over 64 sessions with 200 events each.
 */
final class TransitionSpeed {

  private static final int SESSIONS = 64;
  private static final int EVENTS = 200;
  private static final int ROUNDS = 15;
  private static final int PASSES = 100;

  /** The thread's own time, so that other programs on the machine do not show. */
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private TransitionSpeed() {}

  public static void main(String[] args) {
    run(CounterState.LABEL, CounterScript::new, i -> CounterState.INITIAL, CounterState::handle);
    run(CrudState.LABEL, CrudScript::new, TransitionSpeed::table, CrudState::handle);
    run(
        FeedState.LABEL,
        FeedScript::new,
        i -> FeedState.INITIAL,
        (state, event) -> state.handle(event).state());
    run(FormState.LABEL, FormScript::new, i -> FormState.INITIAL, FormState::handle);
  }

  private static CrudState table(int session) {
    return CrudState.initial(SplitMix64.forSession(CrudState.LABEL, session));
  }

  private static <S> void run(
      String label,
      IntFunction<Iterator<Event>> script,
      IntFunction<S> initial,
      BiFunction<S, Event, S> handle) {
    List<S> starts = new ArrayList<>();
    List<List<Event>> scripts = new ArrayList<>();
    for (int session = 0; session < SESSIONS; session++) {
      starts.add(initial.apply(session));
      Iterator<Event> events = script.apply(session);
      List<Event> sent = new ArrayList<>();
      for (int i = 0; i < EVENTS; i++) {
        sent.add(events.next());
      }
      scripts.add(sent);
    }
    long[] nanos = new long[ROUNDS];
    List<S> ends = new ArrayList<>(starts);
    for (int round = 0; round < ROUNDS; round++) {
      long start = CPU.getCurrentThreadCpuTime();
      for (int pass = 0; pass < PASSES; pass++) {
        for (int session = 0; session < SESSIONS; session++) {
          S state = starts.get(session);
          for (Event event : scripts.get(session)) {
            state = handle.apply(state, event);
          }
          ends.set(session, state);
        }
      }
      nanos[round] = CPU.getCurrentThreadCpuTime() - start;
    }
    Arrays.sort(nanos);
    long events = (long) PASSES * SESSIONS * EVENTS;
    long median = nanos[ROUNDS / 2];
    System.out.printf(
        Locale.ROOT,
        "%-18s %,12d events/s, %,6d ns an event, %d sessions%n",
        label,
        events * 1_000_000_000L / median,
        median / events,
        ends.size());
  }
}
