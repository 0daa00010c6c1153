package dev.lightspeed.harness.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.harness.workload.WorkloadFailure;
import dev.lightspeed.subject.Checkout;
import dev.lightspeed.subject.Misbehaviours;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("jdk")
class TracerTest {

  private static final TraceOptions OPTIONS = options(1, false);

  @Test
  void countsWhatEveryStepCosts() {
    SessionTrace session = trace(new Checkout(), OPTIONS).sessions().get(4);

    assertThat(session.mount().payloadBytes()).isEqualTo("basket of 4".length());
    assertThat(session.mount().patchOps()).isZero();
    assertThat(session.mount().cpuUnits()).isPositive();
    assertThat(session.eventCount()).isEqualTo(200);
    assertThat(session.payloadBytes(0)).isEqualTo("item 1".length());
    assertThat(session.payloadBytes(2)).isEqualTo("item 1,item 2,item 3".length());
    assertThat(session.patchOps(0)).isEqualTo(1);
    assertThat(session.patchOps(199)).isEqualTo(3);
    assertThat(session.cpuUnits(0)).isPositive();
    // from the fourth event on, one item more makes room for it
    assertThat(session.cpuUnits(3)).isGreaterThan(session.cpuUnits(2));
    assertThat(session.cpuUnits(4)).isEqualTo(session.cpuUnits(3));
  }

  @Test
  void chargesASessionForTheStringsThatItKeepsOfItsEvents() {
    SessionTrace session = trace(new Checkout(), OPTIONS).sessions().get(0);

    long string = session.retainedBytes(1) - session.retainedBytes(0);
    // 24 bytes of a String and 16 + 6, rounded up, of its characters
    assertThat(string).isEqualTo(48);
    assertThat(session.retainedBytes(2)).isEqualTo(session.retainedBytes(1) + string);
    assertThat(session.retainedBytes(199)).isEqualTo(session.retainedBytes(2));
  }

  @ParameterizedTest
  @MethodSource("waysToRun")
  void theTraceIsTheSameHoweverItIsRun(TraceOptions options) {
    assertThat(trace(new Checkout(), options)).isEqualTo(trace(new Checkout(), OPTIONS));
  }

  @Test
  void workOfTheFirstTimeIsNotCounted() {
    Trace caching = trace(new Misbehaviours.Caching(), OPTIONS);

    assertThat(caching.sessions().get(0).mount().cpuUnits())
        .isEqualTo(caching.sessions().get(1).mount().cpuUnits());
  }

  @Test
  void workOfTheFirstTimeMayTakeTwiceTheLimit() {
    TraceOptions tight = new TraceOptions(1, false, 8_000, done -> {});

    assertThat(trace(new Misbehaviours.Caching(), tight))
        .isEqualTo(trace(new Misbehaviours.Caching(), OPTIONS));
  }

  /** What is counted may not: only what a JVM does once comes on top. */
  @Test
  void whatIsCountedMayTakeTheLimitAndNoMore() {
    long most = 0;
    for (SessionTrace session : trace(new Checkout(), OPTIONS).sessions()) {
      most = Math.max(most, session.mount().cpuUnits());
      for (int event = 0; event < session.eventCount(); event++) {
        most = Math.max(most, session.cpuUnits(event));
      }
    }
    long limit = most;
    // The first events come with first-use work, which the rehearsal may do within twice the limit.
    assertThat(trace(new Checkout(), new TraceOptions(1, false, limit, done -> {})))
        .isEqualTo(trace(new Checkout(), OPTIONS));
    assertThatThrownBy(
            () -> trace(new Checkout(), new TraceOptions(1, false, limit - 1, done -> {})))
        .isInstanceOf(WorkloadFailure.class)
        .hasMessageContaining(" ran past the limit of " + (limit - 1) + " CPU units");
  }

  @Test
  void sessionsAboveOneThatFailedAreNotTracedToTheirEnd() {
    AtomicLong events = new AtomicLong();
    TraceOptions counting = new TraceOptions(1, false, 1_000_000, done -> events.addAndGet(done));

    assertThatThrownBy(() -> trace(new Misbehaviours.Throwing(), counting))
        .isInstanceOf(WorkloadFailure.class);
    assertThat(events).hasValue(3 * 200);
  }

  @Test
  void sessionsBeyondTheDistinctOnesAreNotRun() {
    Trace trace = Tracer.trace(new Scenario(new Checkout(), 1_000_000, 2), OPTIONS);

    assertThat(trace.sessionCount()).isEqualTo(1_000_000);
    assertThat(trace.sessions()).hasSize(1_024);
  }

  @Test
  void saysHowManyEventsAreDone() {
    AtomicLong events = new AtomicLong();
    trace(new Checkout(), new TraceOptions(2, false, 1_000_000, done -> events.addAndGet(done)));

    assertThat(events).hasValue(8 * 200);
  }

  @ParameterizedTest
  @MethodSource("waysToRun")
  void namesTheLowestSessionThatFails(TraceOptions options) {
    assertThatThrownBy(() -> trace(new Misbehaviours.Throwing(), options))
        .isInstanceOf(WorkloadFailure.class)
        .hasMessage(
            "checkout: session 3, event 17 (update) threw java.lang.IllegalStateException: boom")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void namesWhatFailed(Workload workload, String message) {
    assertThatThrownBy(() -> trace(workload, OPTIONS))
        .isInstanceOf(WorkloadFailure.class)
        .hasMessage(message);
  }

  static Stream<Arguments> failures() {
    String endless =
        " ran past the limit of 1000000 CPU units: it may never return; raise the limit with"
            + " --unit-limit";
    return Stream.of(
        Arguments.of(
            new Misbehaviours.ThrowingMount(),
            "checkout: session 3, mount threw java.lang.IllegalStateException: boom"),
        Arguments.of(
            new Misbehaviours.Endless(), "checkout: session 3, event 17 (update)" + endless),
        Arguments.of(
            new Misbehaviours.Unstoppable(), "checkout: session 3, event 17 (update)" + endless),
        Arguments.of(
            new Misbehaviours.Silent(), "checkout: session 3, event 17 (update)" + endless),
        Arguments.of(
            new Misbehaviours.Recursive(),
            "checkout: session 3, event 17 (update) threw java.lang.StackOverflowError"),
        Arguments.of(
            new Misbehaviours.Frameless(),
            "checkout: session 3, event 17 (update) returned null, a frame is needed"),
        Arguments.of(
            new Misbehaviours.Stateless(),
            "checkout: session 3, event 17 (update): retained() returned null, the session's state"
                + " is needed"),
        Arguments.of(
            new Misbehaviours.ShortScript(),
            "checkout: session 3: the script ended after 16 events, 200 are needed"),
        Arguments.of(
            new Misbehaviours.ThrowingScript(),
            "checkout: session 3, event 17: the script threw java.lang.IllegalStateException: no"
                + " more ideas"),
        Arguments.of(
            new Misbehaviours.EndlessScript(),
            "checkout: session 3, event 17: the script" + endless));
  }

  @Test
  void refusesAWorkloadWithoutAPaceBeforeAnythingRuns() {
    AtomicLong events = new AtomicLong();
    TraceOptions counting = new TraceOptions(1, false, 1_000_000, events::addAndGet);

    assertThatThrownBy(() -> trace(new Misbehaviours.Paceless(), counting))
        .isInstanceOf(WorkloadFailure.class)
        .hasMessage("checkout: pace() returned null");
    assertThatThrownBy(() -> trace(new Misbehaviours.Hasty(), counting))
        .isInstanceOf(WorkloadFailure.class)
        .hasMessage(
            "checkout: pace() threw java.lang.IllegalArgumentException: pace.meanNs: 0 is out of"
                + " range, 1 to 1000000000000000");
    assertThat(events).hasValue(0);
  }

  @Test
  void namesTheThreadThatASessionKeeps() {
    assertThatThrownBy(() -> trace(new Misbehaviours.ThreadHolding(), OPTIONS))
        .isInstanceOf(WorkloadFailure.class)
        .hasMessageStartingWith(
            "checkout: session 3, event 17 (update): retained() reaches a java.lang.Thread: ");
  }

  @Test
  void namesTheClassLoaderThatASessionKeeps() {
    assertThatThrownBy(() -> trace(new Misbehaviours.LoaderHolding(), OPTIONS))
        .isInstanceOf(WorkloadFailure.class)
        .hasMessageStartingWith("checkout: session 3, mount: retained() reaches a ")
        .hasMessageContaining("ClassLoader");
  }

  @Test
  void findsAWorkloadThatIsNotDeterministic() {
    Workload forgetful = new Misbehaviours.Forgetful();
    Trace first = trace(forgetful, OPTIONS);
    Trace second = trace(forgetful, options(2, true));

    Divergence divergence = Divergence.between(first, second).orElseThrow();

    assertThat(divergence.message())
        .isEqualTo(
            "checkout: session 3, event 17: cpuUnits "
                + first.sessions().get(3).cpuUnits(16)
                + " in one run, "
                + second.sessions().get(3).cpuUnits(16)
                + " in the other");
  }

  @Test
  void stopsWhenItIsInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> trace(new Checkout(), OPTIONS))
        .isInstanceOf(CancellationException.class)
        .hasMessage("checkout: tracing was interrupted before its end");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertThatThrownBy(() -> options(0, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads: 0 is out of range, at least 1");
    assertThatThrownBy(() -> new TraceOptions(1, false, 0, done -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unitLimitPerStep: 0 is out of range, 1 to 1000000000000000");
    assertThatThrownBy(() -> new TraceOptions(1, false, 1_000_000_000_000_001L, done -> {}))
        .hasMessage("unitLimitPerStep: 1000000000000001 is out of range, 1 to 1000000000000000");
  }

  static Stream<TraceOptions> waysToRun() {
    return Stream.of(options(1, true), options(2, false), options(2, true), options(7, true));
  }

  private static TraceOptions options(int threads, boolean reversed) {
    return new TraceOptions(threads, reversed, 1_000_000, done -> {});
  }

  private static Trace trace(Workload workload, TraceOptions options) {
    return Tracer.trace(new Scenario(workload, 8, 200), options);
  }
}
