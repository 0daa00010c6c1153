package dev.lightspeed.bench.repeat;

import dev.lightspeed.harness.report.ReportSignature;
import dev.lightspeed.harness.run.CountingPlan;
import dev.lightspeed.harness.run.Outcome;
import dev.lightspeed.harness.run.Pipeline;
import dev.lightspeed.harness.run.Plan;
import dev.lightspeed.harness.run.RunListener;
import dev.lightspeed.harness.suite.StandardSuite;
import dev.lightspeed.harness.trace.TraceOptions;
import dev.lightspeed.harness.verify.Lifeline;

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
    CountingPlan usual = CountingPlan.usual();
    TraceOptions options =
        new TraceOptions(threads, reversed, TraceOptions.DEFAULT_UNIT_LIMIT, events -> {});
    CountingPlan counting =
        new CountingPlan(usual.mode(), usual.attributing(), options, usual.verified());
    Outcome outcome = Pipeline.run(Plan.of(StandardSuite.suite(), counting), RunListener.NONE);
    return ReportSignature.of(outcome.report());
  }
}
