package dev.lightspeed.harness.trace;

import dev.lightspeed.harness.workload.WorkloadFailure;
import dev.lightspeed.meter.Meter;
import org.jspecify.annotations.Nullable;

/**
 * A thread that traces sessions, as the one sees it that waits for it: whether it gets on. It does
 * as long as it executes anything that is counted, or calls the workload again.
 */
final class Worker {

  /** As many as tell where it hangs. */
  private static final int FRAMES = 16;

  private final Meter meter;
  private final Thread thread;
  private volatile @Nullable SessionTracer tracer;
  private long progress;
  private int calls;
  private int idle;

  Worker(Meter meter, Runnable task, String name) {
    this.meter = meter;
    thread = meter.newThread(task, name);
    thread.setDaemon(true);
  }

  Thread thread() {
    return thread;
  }

  /** Says what it works with; called by the thread itself. */
  void uses(SessionTracer itsTracer) {
    tracer = itsTracer;
  }

  /** How often in a row it was asked this, and had done nothing since the time before. */
  int idle() {
    SessionTracer current = tracer;
    long progressNow = meter.progressOf(thread);
    int callsNow = current == null ? 0 : current.calls();
    boolean moved = current == null || progressNow != progress || callsNow != calls;
    progress = progressNow;
    calls = callsNow;
    idle = moved || !thread.isAlive() ? 0 : idle + 1;
    return idle;
  }

  /** What is to be said of it if it hangs. */
  WorkloadFailure stalled(int seconds) {
    SessionTracer current = tracer;
    StringBuilder text = new StringBuilder(current == null ? "" : current.lastPlace());
    text.append(" has not come back for ").append(seconds).append(" s and executes nothing: it");
    text.append(" waits, as ").append(thread.getState()).append(", at");
    StackTraceElement[] stack = thread.getStackTrace();
    for (int i = 0; i < Math.min(FRAMES, stack.length); i++) {
      if (stack[i].getClassName().equals(SessionTracer.class.getName())) {
        break;
      }
      text.append("\n  ").append(stack[i]);
    }
    text.append("\n  (if it is only slow, allow more with --stall-limit)");
    return new WorkloadFailure(text.toString());
  }
}
