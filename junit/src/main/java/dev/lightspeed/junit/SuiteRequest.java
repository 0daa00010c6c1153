package dev.lightspeed.junit;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.suite.SuiteFile;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
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
    URL[] urls = suite.classpath().stream().map(SuiteRequest::url).toArray(URL[]::new);
    if (urls.length > 0) {
      // Never closed: workloads load classes when they need them.
      thread.setContextClassLoader(new URLClassLoader("workloads", urls, loader));
    }
    try {
      return CountedRun.of(
          suite.meter().orElse(MeterMode.PORTABLE),
          Optional.of(file),
          () -> suite.suite(Meter.version()));
    } finally {
      thread.setContextClassLoader(loader);
    }
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new InputException("class path: '" + entry + "' is not a file", e);
    }
  }
}
