package dev.lightspeed.bench.sensitivity;

import dev.lightspeed.bench.sensitivity.HeavierWorkload.HeavierSession;
import dev.lightspeed.harness.verify.Lifeline;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A scenario as JMH times it: all of its events, over and over, with no meter. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters, and calls prepare, before anything
public class ScenarioBenchmark {

  /** A workload's label. */
  @Param("")
  public String workload;

  /** Thousandths of extra work. */
  @Param("0")
  public int permille;

  /** A file of costs. */
  @Param("")
  public String costs;

  private HeavierWorkload heavier;
  private Event[][] scripts;

  /** Makes the events beforehand, as the gate does. */
  @Setup
  public void prepare() throws IOException {
    Lifeline.hold();
    Scenario scenario = Scenarios.of(workload);
    heavier =
        new HeavierWorkload(
            scenario.workload(), ExtraWork.of(Costs.read(Path.of(costs)), permille));
    scripts = new Event[scenario.distinctSessions()][scenario.eventsPerSession()];
    for (int session = 0; session < scripts.length; session++) {
      Iterator<Event> script = heavier.script(session);
      Arrays.setAll(scripts[session], event -> script.next());
    }
  }

  /** All events of all sessions once; returns something of every one of them. */
  @Benchmark
  public long scenario() {
    long kept = 0;
    for (int session = 0; session < scripts.length; session++) {
      HeavierSession opened = heavier.open(session);
      kept += opened.mount().payloadBytes();
      for (Event event : scripts[session]) {
        kept += opened.handle(event).payloadBytes();
      }
      kept += opened.burnt();
    }
    return kept;
  }
}
