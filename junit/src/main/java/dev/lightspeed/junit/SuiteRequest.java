package dev.lightspeed.junit;

import dev.lightspeed.harness.suite.SuiteFile;
import dev.lightspeed.harness.suite.WorkloadClassPath;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All scenarios of a suite.
 *
 * @param file the suite's
 */
record SuiteRequest(Path file) implements RunRequest {

  @Override
  public PerformanceRun run() {
    SuiteFile suite = SuiteFile.open(file);
    Thread thread = Thread.currentThread();
    ClassLoader loader = thread.getContextClassLoader();
    WorkloadClassPath.install(suite.classpath(), loader);
    try {
      return CountedRun.of(
          suite.meter().orElse(MeterMode.PORTABLE),
          Optional.of(file),
          () -> suite.suite(Meter.version()));
    } finally {
      thread.setContextClassLoader(loader);
    }
  }
}
