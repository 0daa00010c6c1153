package dev.lightspeed.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs tests inside of tests. */
final class Engine {

  private Engine() {}

  /** Runs all tests of {@code cases}, one after the other. */
  static EngineExecutionResults run(Class<?> cases) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(cases)).execute();
  }

  /** What the test {@code method} of {@code cases}, which has to fail, throws. */
  static Throwable failure(Class<?> cases, String method, Class<?>... parameters) {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectMethod(cases, method, parameters))
            .execute();
    List<Event> failed = results.testEvents().failed().list();
    assertThat(failed).as("failures of %s", method).hasSize(1);
    return failed
        .get(0)
        .getPayload(TestExecutionResult.class)
        .flatMap(TestExecutionResult::getThrowable)
        .orElseThrow();
  }
}
