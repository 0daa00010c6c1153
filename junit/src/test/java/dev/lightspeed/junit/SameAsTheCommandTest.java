package dev.lightspeed.junit;

import static dev.lightspeed.junit.PerformanceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.example.shop.ChattyTill;
import com.example.shop.Kiosk;
import com.example.shop.Till;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ReportSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * A report is the one that the command gives, to the byte, whatever has run in this JVM before and
 * whatever runs beside it: its signature is what the command prints in the README, which is what it
 * printed when that was tested.
 */
@Tag("jdk")
class SameAsTheCommandTest {

  private static final Path README = Path.of("..", "README.md");
  private static final String CONSOLE = "$ ./lightspeed run --suite examples/tight.yaml\n";
  private static final Pattern SIGNATURE = Pattern.compile("^lightspeed/1 .*$", Pattern.MULTILINE);

  static final class Beside {

    @PerformanceTest(suite = "../examples/tight.yaml")
    void theSuiteOfTheReadme(Report report) {
      assertThat(report).hasSignature(printed());
    }

    @PerformanceTest(suite = "../examples/../examples/tight.yaml")
    void theSameByAnotherName(Report report) {
      assertThat(report).hasSignature(printed());
    }

    @PerformanceTest(workload = Kiosk.class, sessions = 20, events = 20)
    void workOnOtherThreads(Report report) {
      assertThat(report.uncounted()).hasSize(1);
    }

    @PerformanceTest(workload = Till.class, sessions = 50, events = 40)
    void till(Report report) {
      assertThat(report).hasSignature(alone());
    }

    @PerformanceTest(workload = ChattyTill.class, sessions = 50, events = 40)
    void anotherOfTheSameLabel(Report report) {
      assertThat(report).countsEverything();
    }

    private static String alone() {
      return ReportSignature.of(
          new WorkloadsRequest(List.of(Till.class), 50, 40, Optional.empty()).run().report());
    }
  }

  @Test
  void oneAfterTheOther() {
    Engine.run(Beside.class).testEvents().assertStatistics(stats -> stats.succeeded(5));
  }

  @Test
  void inParallelThreads() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Beside.class))
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "5")
        .execute()
        .testEvents()
        .assertStatistics(stats -> stats.succeeded(5));
  }

  private static String printed() {
    try {
      String readme = Files.readString(README);
      Matcher signature = SIGNATURE.matcher(readme);
      assertThat(readme).contains(CONSOLE);
      assertThat(signature.find(readme.indexOf(CONSOLE))).isTrue();
      return signature.group();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
