package dev.lightspeed.junit;

import dev.lightspeed.harness.file.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What a test asks for. Requests that are equal give equal runs, so one of them is run. */
sealed interface RunRequest permits SuiteRequest, WorkloadsRequest {

  /**
   * What {@code test} asks for.
   *
   * @param testClass where the test stands, from which a suite is found
   * @throws ExtensionConfigurationException if it contradicts itself, or there is no suite
   */
  static RunRequest of(PerformanceTest test, Class<?> testClass) {
    requireAtLeastOne("sessions", test.sessions());
    requireAtLeastOne("events", test.events());
    if (test.workload().length > 0) {
      require(test.suite().isEmpty(), "suite and workload are both given, expected one of them");
      Optional<Path> profile = Optional.of(test.profile()).filter(s -> !s.isEmpty()).map(Path::of);
      return new WorkloadsRequest(
          List.of(test.workload()), test.sessions(), test.events(), profile.map(Folders::shown));
    }
    require(
        test.sessions() == PerformanceTest.USUAL_SIZE
            && test.events() == PerformanceTest.USUAL_SIZE,
        "sessions and events are for a workload: a suite says how large its scenarios are");
    require(
        test.profile().isEmpty(), "profile is for a workload: a suite says which profile it is on");
    return new SuiteRequest(
        Folders.shown(test.suite().isEmpty() ? Folders.suite(testClass) : Path.of(test.suite())));
  }

  /**
   * Runs and counts it.
   *
   * @throws InputException if a file or a workload cannot be used
   */
  PerformanceRun run();

  private static void requireAtLeastOne(String name, int value) {
    require(value >= 1, name + ": " + value + " is out of range, at least 1");
  }

  private static void require(boolean fulfilled, String message) {
    if (!fulfilled) {
      throw new ExtensionConfigurationException("@PerformanceTest: " + message);
    }
  }
}
