package dev.lightspeed.cli.bench;

import dev.lightspeed.harness.PerformanceHarness;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceOptions;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.trace.Tracer;
import dev.lightspeed.harness.verify.Lifeline;
import java.util.List;

/** Runs the default suite again and again in one JVM and prints the signature of each run. */
public final class RepeatProbe {

  private RepeatProbe() {}

  /** The arguments are the number of runs and the number of threads. */
  public static void main(String[] args) {
    Lifeline.hold();
    int runs = Integer.parseInt(args[0]);
    int threads = Integer.parseInt(args[1]);
    for (int run = 0; run < runs; run++) {
      System.out.println(signature(threads, run % 2 == 1));
    }
  }

  /** The signature of one run; {@code reversed} if the last session is to go first. */
  static String signature(int threads, boolean reversed) {
    TraceOptions options =
        new TraceOptions(threads, reversed, TraceOptions.DEFAULT_UNIT_LIMIT, events -> {});
    List<Trace> traces =
        PerformanceHarness.defaultSuite().stream()
            .map(scenario -> Tracer.trace(scenario, options))
            .toList();
    return PerformanceHarness.reportSignature(
        PerformanceHarness.report(PerformanceHarness.pinnedProfile(), TraceSet.counted(traces)));
  }
}
