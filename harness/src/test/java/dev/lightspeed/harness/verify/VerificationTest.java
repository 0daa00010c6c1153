package dev.lightspeed.harness.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceOptions;
import dev.lightspeed.harness.trace.Tracer;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.meter.MeterMode;
import dev.lightspeed.subject.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * On how many threads everything is counted again; what is found is told by the command's tests.
 */
@Tag("jdk")
class VerificationTest {

  private final Meeting meeting = new Meeting();
  private final Scenario scenario = new Scenario(meeting, 2, 3);
  private final List<Integer> elsewhere = new ArrayList<>();

  @Test
  void whatWasCountedOnOneThreadIsCountedAgainOnTwo() {
    TraceOptions one = new TraceOptions(1, false, 1_000_000, done -> {});
    Trace trace = Tracer.trace(scenario, one);
    assertThat(meeting.threads).hasSize(1);

    // The two sessions wait for each other, which they can do on two threads only.
    meeting.parties = 2;
    verify(one, trace);

    assertThat(meeting.threads).hasSize(2);
    assertThat(elsewhere).containsExactly(2);
  }

  @Test
  void whatWasCountedOnTwoThreadsIsCountedAgainOnOne() {
    TraceOptions two = new TraceOptions(2, false, 1_000_000, done -> {});
    meeting.parties = 2;
    Trace trace = Tracer.trace(scenario, two);
    assertThat(meeting.threads).hasSize(2);

    meeting.parties = 1;
    meeting.threads.clear();
    meeting.order.clear();
    verify(two, trace);

    assertThat(meeting.threads).hasSize(1);
    assertThat(meeting.order).containsExactly(1, 0);
    assertThat(elsewhere).containsExactly(1);
  }

  private void verify(TraceOptions first, Trace trace) {
    try (Verification verification =
        Verification.start(MeterMode.PORTABLE, first, new NoCommand(), List.of(scenario))) {
      verification.requireSameHere(scenario, trace);
    }
  }

  /** Ends at once, and nobody asks what it has counted. */
  private final class NoCommand implements SameCommand {

    @Override
    public Path jar() {
      return Path.of("none.jar");
    }

    @Override
    public List<String> arguments(
        List<Scenario> scenarios, boolean attributing, int threads, Path written) {
      elsewhere.add(threads);
      return List.of();
    }
  }

  /** Notes the threads of its sessions, as many of which begin together as there are parties. */
  private static final class Meeting implements Workload {

    private final Workload checkout = new Checkout();
    private final Set<String> threads = new ConcurrentSkipListSet<>();
    private final List<Integer> order = new ArrayList<>();
    private volatile int parties = 1;
    private volatile CyclicBarrier barrier = new CyclicBarrier(1);

    @Override
    public String label() {
      return checkout.label();
    }

    @Override
    public Pace pace() {
      return checkout.pace();
    }

    @Override
    public Session open(int sessionIndex) {
      return checkout.open(sessionIndex);
    }

    @Override
    public Iterator<Event> script(int sessionIndex) {
      note(sessionIndex);
      try {
        // The timeout ends a test that has failed; it is never waited for otherwise.
        barrier.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
        throw new IllegalStateException("the other session does not begin", e);
      }
      return checkout.script(sessionIndex);
    }

    private synchronized void note(int sessionIndex) {
      if (barrier.getParties() != parties) {
        barrier = new CyclicBarrier(parties);
      }
      threads.add(Thread.currentThread().getName());
      order.add(sessionIndex);
    }
  }
}
