package dev.lightspeed.junit;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.ProfileFile;
import dev.lightspeed.harness.suite.StandardSuite;
import dev.lightspeed.harness.suite.Suite;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Workloads by their classes, each at the same size.
 *
 * @param workloads at least one
 * @param sessions at least 1
 * @param events at least 1
 * @param profile a file; the pinned profile without
 */
record WorkloadsRequest(
    List<Class<? extends Workload>> workloads, int sessions, int events, Optional<Path> profile)
    implements RunRequest {

  @Override
  public PerformanceRun run() {
    return CountedRun.of(MeterMode.PORTABLE, Optional.empty(), this::suite);
  }

  private Suite suite() {
    List<Scenario> scenarios = workloads.stream().map(this::scenario).toList();
    return new Suite(
        profile.map(WorkloadsRequest::read).orElseGet(StandardSuite::profile),
        scenarios,
        List.of());
  }

  private Scenario scenario(Class<? extends Workload> type) {
    try {
      return new Scenario(ReflectionSupport.newInstance(type), sessions, events);
    } catch (Exception | LinkageError e) { // whatever its constructor throws, checked or not
      throw new InputException(
          "workload "
              + type.getName()
              + ": cannot be made, expected a class with a constructor without parameters and a"
              + " label: "
              + e,
          e);
    }
  }

  private static Profile read(Path file) {
    return ProfileFile.read(file).forMeter(file.toString(), Meter.version());
  }
}
