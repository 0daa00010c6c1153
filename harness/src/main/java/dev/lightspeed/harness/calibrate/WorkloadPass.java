package dev.lightspeed.harness.calibrate;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import java.util.Arrays;
import java.util.Iterator;

/** A workload as a pass: sessions one after the other, each mounted, and its first events. */
public final class WorkloadPass implements Pass {

  private final Workload workload;
  private final Event[][] scripts;

  /**
   * The pass, with its scripts made.
   *
   * @param sessions how many, from the first, at least 1
   * @param events of each session, at least 1
   */
  public WorkloadPass(Workload workload, int sessions, int events) {
    this.workload = workload;
    this.scripts = new Event[sessions][events];
    for (int session = 0; session < sessions; session++) {
      Iterator<Event> script = workload.script(session);
      Arrays.setAll(scripts[session], event -> script.next());
    }
  }

  @Override
  public Object run() {
    long sum = 0;
    for (int index = 0; index < scripts.length; index++) {
      Session session = workload.open(index);
      sum = sum * 31 + sum(session.mount());
      for (Event event : scripts[index]) {
        sum = sum * 31 + sum(session.handle(event));
      }
    }
    return sum;
  }

  private static long sum(Frame frame) {
    byte[] bytes = frame.bytes();
    return bytes.length * 31L
        + (bytes.length == 0 ? 0 : bytes[bytes.length / 2])
        + frame.patchOps();
  }
}
