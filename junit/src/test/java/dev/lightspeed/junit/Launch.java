package dev.lightspeed.junit;

import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the tests of the class that is named, by the launcher of the JUnit on the class path, as an
 * IDE and Gradle do, and prints what became of each.
 */
final class Launch implements TestExecutionListener {

  private final SortedMap<String, String> outcomes = new TreeMap<>();

  private Launch() {}

  /** Runs the class {@code args[0]}. */
  public static void main(String[] args) {
    for (TestEngine engine : ServiceLoader.load(TestEngine.class)) {
      if (engine.getId().equals("junit-jupiter")) {
        System.out.println(engine.getId() + " " + engine.getVersion().orElse("?"));
      }
    }
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(args[0]))
            .build();
    Launch launch = new Launch();
    LauncherFactory.create().execute(request, launch);
    launch.outcomes.values().forEach(System.out::println);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest()) {
      String name = test.getDisplayName().replaceFirst("\\(.*", "");
      String outcome =
          result.getThrowable().map(failure -> "failed: " + failure.getMessage()).orElse("passed");
      outcomes.put(name, name + " " + outcome);
    }
  }
}
