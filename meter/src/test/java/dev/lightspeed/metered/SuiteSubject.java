package dev.lightspeed.metered;

import dev.lightspeed.meter.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of a library, on a metering thread where there is a meter. */
public final class SuiteSubject {

  private final LauncherDiscoveryRequest request;
  private final Outcomes outcomes = new Outcomes();

  private SuiteSubject(LauncherDiscoveryRequest request) {
    this.request = request;
  }

  /**
   * Runs the test classes in the jar {@code args[0]} whose names match {@code args[1]}, without the
   * tests whose ids contain a match of {@code args[2]}. Writes a line per test and its outcome to
   * {@code args[3]}, and what the meter says to {@code args[4]}.
   */
  public static void main(String[] args) throws Exception {
    Pattern excluded = Pattern.compile(args[2]);
    PostDiscoveryFilter filter =
        test -> FilterResult.includedIf(!excluded.matcher(id(test)).find());
    SuiteSubject subject =
        new SuiteSubject(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(Path.of(args[0]))))
                .filters(ClassNameFilter.includeClassNamePatterns(args[1]), filter)
                .build());
    Files.writeString(Path.of(args[4]), subject.run());
    subject.outcomes.write(Path.of(args[3]));
    // Some library leaves a thread behind.
    System.exit(0);
  }

  private static String id(TestDescriptor test) {
    return test.getUniqueId().toString();
  }

  private String run() throws InterruptedException {
    if (!Meter.isActive()) {
      runOn(new Thread(this::execute, "suite"));
      return "no meter\n";
    }
    Meter meter = Meter.require();
    long[] units = new long[1];
    runOn(
        meter.newThread(
            () -> {
              long before = meter.units();
              execute();
              units[0] = meter.units() - before;
            },
            "suite"));
    return "units: " + units[0] + "\nnot counted: " + meter.uninstrumented() + "\n";
  }

  private void execute() {
    LauncherFactory.create().execute(request, outcomes);
  }

  private static void runOn(Thread thread) throws InterruptedException {
    thread.start();
    thread.join();
  }

  /** How every test ended, by its id. Tests may end on several threads. */
  private static final class Outcomes implements TestExecutionListener {

    private final Map<String, String> byTest = new TreeMap<>();

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
      byTest.put(test.getUniqueId(), "SKIPPED");
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
      String thrown = result.getThrowable().map(e -> " " + e.getClass().getName()).orElse("");
      byTest.put(test.getUniqueId(), result.getStatus() + thrown);
    }

    synchronized void write(Path file) throws IOException {
      StringBuilder text = new StringBuilder();
      byTest.forEach(
          (test, outcome) ->
              text.append(test.replaceAll("\\s", " ")).append(": ").append(outcome).append('\n'));
      Files.writeString(file, text);
    }
  }
}
