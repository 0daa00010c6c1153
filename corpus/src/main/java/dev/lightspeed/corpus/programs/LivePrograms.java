package dev.lightspeed.corpus.programs;

import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Pass;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The standard workloads: one session, mounted, and its first events. */
final class LivePrograms {

  private static final int EVENTS = 100;

  private LivePrograms() {}

  static List<Program> list() {
    List<Program> programs = new ArrayList<>();
    for (StandardWorkload workload : StandardWorkload.values()) {
      programs.add(new Program("live_" + workload.label(), Family.LIVE, () -> pass(workload)));
    }
    return programs;
  }

  private static Pass pass(StandardWorkload workload) {
    Event[] events = new Event[EVENTS];
    Iterator<Event> script = workload.script(0);
    Arrays.setAll(events, i -> script.next());
    return () -> {
      Session session = workload.open(0);
      long sum = sum(session.mount());
      for (Event event : events) {
        sum = sum * 31 + sum(session.handle(event));
      }
      return sum;
    };
  }

  private static long sum(Frame frame) {
    byte[] bytes = frame.bytes();
    return bytes.length * 31L + bytes[bytes.length / 2] + frame.patchOps();
  }
}
