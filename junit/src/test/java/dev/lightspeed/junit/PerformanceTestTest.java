package dev.lightspeed.junit;

import static dev.lightspeed.junit.PerformanceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.BrokenTill;
import com.example.shop.ChattyTill;
import com.example.shop.ExitingTill;
import com.example.shop.Kiosk;
import com.example.shop.Till;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.harness.workload.WorkloadFailure;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The annotation at work, in an engine of its own. */
@Tag("jdk")
class PerformanceTestTest {

  static final class Parameters {

    @BeforeEach
    void aFixtureMayLookToo(Report report) {
      assertThat(report).workload("till").totalEvents().isEqualTo(20);
    }

    @PerformanceTest(workload = Till.class, sessions = 5, events = 4)
    void allThatThereIs(Report report, PerformanceRun run, TraceSet traces) {
      assertThat(run.report()).isEqualTo(report);
      assertThat(run.traces()).isSameAs(traces);
      assertThat(run.file()).isEmpty();
      assertThat(run.baseline()).isEmpty();
      assertThat(traces.traces().get(0).sessions()).hasSize(5);
      assertThat(run).workload("till").sessionCount().isEqualTo(5).eventsPerSession().isEqualTo(4);
      assertThat(report).countsEverything();
    }
  }

  @Test
  void aTestIsGivenWhatWasCounted() {
    Engine.run(Parameters.class)
        .testEvents()
        .assertStatistics(stats -> stats.started(1).succeeded(1));
  }

  @PerformanceTest(workload = Till.class, sessions = 3, events = 2)
  @Retention(RetentionPolicy.RUNTIME)
  @interface SmallTillTest {}

  static final class Often {

    @PerformanceTest(workload = Till.class, sessions = 3, events = 2)
    void once(Report report) {
      assertThat(report).workload("till").totalEvents().isEqualTo(6);
    }

    @SmallTillTest
    void againByAnAnnotationOfOnesOwn(Report report) {
      assertThat(report).workload("till").totalEvents().isEqualTo(6);
    }

    @PerformanceTest(workload = Till.class, sessions = 3, events = 3)
    void another(Report report) {
      assertThat(report).workload("till").totalEvents().isEqualTo(9);
    }
  }

  @Test
  void whatIsAskedForTwiceIsRunOnce() {
    int before = Till.MADE.get();

    Engine.run(Often.class).testEvents().assertStatistics(stats -> stats.started(3).succeeded(3));

    assertThat(Till.MADE.get() - before).isEqualTo(2);
  }

  /** A workload that only its test knows. */
  private static final class Own extends Till {
    private Own() {}

    @Override
    public String label() {
      return "own";
    }
  }

  static final class Several {

    @PerformanceTest(workload = Own.class, sessions = 1, events = 1)
    void oneThatOnlyTheTestKnows(Report report) {
      assertThat(report).workload("own").totalEvents().isEqualTo(1);
    }

    @PerformanceTest(
        workload = {Kiosk.class, Till.class},
        sessions = 2,
        events = 2)
    void together(Report report) {
      assertThat(report.scenarios().stream().map(ScenarioReport::workload))
          .containsExactly("kiosk", "till");
    }

    @PerformanceTest(
        workload = {Till.class, ChattyTill.class},
        sessions = 2,
        events = 2)
    void ofOneLabel(Report report) {}
  }

  @Test
  void severalWorkloadsMakeOneReportIfTheirLabelsDiffer() {
    Engine.run(Several.class).testEvents().assertStatistics(stats -> stats.succeeded(2).failed(1));
    assertThat(Engine.failure(Several.class, "ofOneLabel", Report.class))
        .hasMessage("scenarios: the workload 'till' is there twice, expected once");
  }

  static final class HandedOff {

    @PerformanceTest(workload = Kiosk.class, sessions = 2, events = 3)
    void first(Report report) {
      assertThat(report.uncounted())
          .containsExactly(
              "com.example.shop.Kiosk.frame hands work to other threads"
                  + " (CompletableFuture.supplyAsync)");
    }

    @PerformanceTest(workload = Till.class, sessions = 2, events = 3)
    void second(Report report) {
      assertThat(report).countsEverything();
    }

    @PerformanceTest(workload = Kiosk.class, sessions = 2, events = 4)
    void third(Report report) {
      assertThat(report.uncounted()).hasSize(1);
    }
  }

  @Test
  void whatWasHandedToOtherThreadsIsToldByTheRunThatDidItAndByNoOther() {
    EngineExecutionResults results = Engine.run(HandedOff.class);

    results.testEvents().assertStatistics(stats -> stats.succeeded(3).reportingEntryPublished(2));
  }

  static final class Suites {

    @PerformanceTest(suite = "src/test/resources/shop/till.yaml")
    void named(PerformanceRun run) {
      assertThat(run.file()).contains(Path.of("src", "test", "resources", "shop", "till.yaml"));
      assertThat(run.suite().budgets()).hasSize(1);
      assertThat(run).meetsBudgets().matchesBaseline();
    }
  }

  @Test
  void aSuiteBringsItsBudgetsTolerancesAndBaseline() {
    Engine.run(Suites.class).testEvents().assertStatistics(stats -> stats.succeeded(1));
  }

  private static final class Nameless extends Till {
    @Override
    public String label() {
      return "A name";
    }
  }

  private abstract static class Abstract implements Workload {}

  static final class Wrong {

    @PerformanceTest(workload = Till.class)
    void withoutParameter() {}

    @PerformanceTest(workload = Till.class, suite = "lightspeed.yaml")
    void both(Report report) {}

    @PerformanceTest(workload = Till.class, sessions = 0)
    void noSessions(Report report) {}

    @PerformanceTest(workload = Till.class, events = -1)
    void noEvents(Report report) {}

    @PerformanceTest(suite = "src/test/resources/shop/till.yaml", sessions = 5)
    void sizedSuite(Report report) {}

    @PerformanceTest(suite = "src/test/resources/shop/till.yaml", profile = "p.json")
    void profiledSuite(Report report) {}

    @PerformanceTest
    void noSuite(Report report) {}

    @PerformanceTest(suite = "none.yaml")
    void suiteThatIsNotThere(Report report) {}

    @PerformanceTest(workload = Till.class, profile = "none.json")
    void profileThatIsNotThere(Report report) {}

    @PerformanceTest(workload = Nameless.class)
    void nameless(Report report) {}

    @PerformanceTest(workload = Abstract.class)
    void notToBeMade(Report report) {}

    @PerformanceTest(workload = BrokenTill.class, sessions = 2, events = 2)
    void broken(Report report) {}

    @PerformanceTest(workload = ExitingTill.class, sessions = 2, events = 2)
    void exiting(Report report) {}

    @PerformanceTest(workload = Till.class, sessions = 5, events = 4)
    void tooMuch(Report report) {
      assertThat(report).workload("till").avgPayloadBytes().isAtMost(1);
    }
  }

  @Test
  void whatContradictsItselfIsRefused() {
    assertRefused(
        "withoutParameter takes none of Report, PerformanceRun, TraceSet, and so asserts nothing of"
            + " what is counted: add a parameter",
        "withoutParameter");
    assertRefused("suite and workload are both given, expected one of them", "both", Report.class);
    assertRefused("sessions: 0 is out of range, at least 1", "noSessions", Report.class);
    assertRefused("events: -1 is out of range, at least 1", "noEvents", Report.class);
    assertRefused(
        "sessions and events are for a workload: a suite says how large its scenarios are",
        "sizedSuite",
        Report.class);
    assertRefused(
        "profile is for a workload: a suite says which profile it is on",
        "profiledSuite",
        Report.class);
    assertRefused(
        "there is no lightspeed.yaml in "
            + Path.of("").toAbsolutePath()
            + " or a folder above it: write one ('lightspeed init'), name one (suite = …), or name a"
            + " workload (workload = …)",
        "noSuite",
        Report.class);
  }

  @Test
  void whatCannotBeUsedIsToldAsItIs() {
    assertThat(Engine.failure(Wrong.class, "suiteThatIsNotThere", Report.class))
        .isInstanceOf(InputException.class)
        .hasMessage("none.yaml: cannot be read: there is no such file");
    assertThat(Engine.failure(Wrong.class, "profileThatIsNotThere", Report.class))
        .isInstanceOf(InputException.class)
        .hasMessage("none.json: cannot be read: there is no such file");
    assertThat(Engine.failure(Wrong.class, "nameless", Report.class))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the label 'A name' does not match");
    assertThat(Engine.failure(Wrong.class, "notToBeMade", Report.class))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("workload " + Abstract.class.getName() + ": cannot be made, ");
  }

  @Test
  void aWorkloadThatFailsAndAFigureThatIsTooMuchFailTheTest() {
    assertThat(Engine.failure(Wrong.class, "broken", Report.class))
        .isInstanceOf(WorkloadFailure.class)
        .hasMessageContaining("till")
        .hasMessageContaining("no paper");
    assertThat(Engine.failure(Wrong.class, "exiting", Report.class))
        .isInstanceOf(WorkloadFailure.class)
        .hasMessageContaining("com.example.shop.ExitingTill.frame (ExitingTill.java:")
        .hasMessageContaining("called System.exit(0)");
    assertThat(Engine.failure(Wrong.class, "tooMuch", Report.class))
        .isExactlyInstanceOf(AssertionError.class)
        .hasMessage("till: avg payload 11 B > 1 B (+1000.0 %)");
  }

  private static void assertRefused(String message, String method, Class<?>... parameters) {
    assertThat(Engine.failure(Wrong.class, method, parameters))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessage("@PerformanceTest: " + message);
  }
}
