package dev.lightspeed.corpus.programs;

import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.calibrate.WorkloadPass;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import java.util.ArrayList;
import java.util.List;

/** The standard workloads: one session, mounted, and its first events. */
final class LivePrograms {

  private static final int EVENTS = 100;

  private LivePrograms() {}

  static List<Program> list() {
    List<Program> programs = new ArrayList<>();
    for (StandardWorkload workload : StandardWorkload.values()) {
      programs.add(
          new Program(
              "live_" + workload.label(),
              Family.LIVE,
              () -> new WorkloadPass(workload, 1, EVENTS)));
    }
    return programs;
  }
}
