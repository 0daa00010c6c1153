package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workload that cannot be run or measured is bad input: one line says which, where and why. */
class BrokenWorkloadIT {

  private static final String OWN = "--classpath=" + System.getProperty("lightspeed.testClasses");
  private static final String BROKEN = "com.example.shop.BrokenCheckout$";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Throwing       | session 3, event 17 (pay) threw java.lang.IllegalStateException: the card was refused
          Endless        | session 0, event 2 (pay) ran past the limit of 1000000 CPU units: it may never return; raise the limit with --unit-limit
          Spinning       | session 0, event 2 (pay) ran past the limit of 1000000 CPU units: it may never return; raise the limit with --unit-limit
          Swallowing     | session 0, event 2 (pay) ran past the limit of 1000000 CPU units: it may never return; raise the limit with --unit-limit
          Frameless      | session 3, event 17 (pay) returned null, a frame is needed
          Brief          | session 0: the script ended after 16 events, 20 are needed
          Hoarding       | session 3, event 17 (pay): retained() reaches a java.lang.Thread: Object[0]. A session must not hold a thread: leave it out of what retained() returns
          LoaderHoarding | session 0, mount: retained() reaches a java.net.URLClassLoader: Object[0]. A session must not hold a class loader: leave it out of what retained() returns
          Unsized        | session 0, mount: retained() reaches a java.util.StringJoiner: Object[0]. The pinned layout has no size for java.util.StringJoiner: leave it out of what retained() returns, or hold its content in one of the types of docs/COUNTERS.md
          """)
  void whatCannotBeMeasuredIsNamedWithItsPlace(String workload, String message) {
    assertRefused(workload, "broken_checkout: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          NoWorkload    | workload 'CLASS': the class does not implement dev.lightspeed.harness.workload.Workload
          Private       | workload 'CLASS': cannot be made, expected a public class with a public constructor without parameters
          Unmakeable    | workload 'CLASS': cannot be made: java.lang.IllegalStateException: there is no database
          Uninitialised | workload 'CLASS': cannot be made: java.lang.NumberFormatException: For input string: "none"
          Unlabelled    | CLASS: label() returned null
          Forgetful     | CLASS: label() threw java.lang.IllegalStateException: what was it?
          Paceless      | CLASS: pace() returned null
          Hasty         | CLASS: pace() threw java.lang.IllegalArgumentException: pace.meanNs: 0 is out of range, 1 to 1000000000000000
          """)
  void whatCannotBeMadeIsNamedWithItsClass(String workload, String message) {
    assertRefused(workload, message.replace("CLASS", BROKEN + workload));
  }

  @Test
  void oneThatWaitsForEverIsNamedWithWhereItWaits() {
    CommandRun run =
        new Lightspeed(folder)
            .run("run", OWN, "--workload=" + BROKEN + "Waiting", "--events=3", "--stall-limit=1");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .matches(
            "(?s)lightspeed: broken_checkout: session [01], event 2 \\(pay\\) has not come back for"
                + " 1 s and executes nothing: it waits, as WAITING, at\n.*")
        .contains("/com.example.shop.BrokenCheckout$Waiting.handle(BrokenCheckout.java:")
        .endsWith("\n  (if it is only slow, allow more with --stall-limit)\n");
  }

  /** Not even with 0: nobody would see that nothing is gated. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Exiting   | broken_checkout: session 0, event 3 (pay) threw .*JvmEndException: com.example.shop.EndingCheckout$Exiting.handle (EndingCheckout.java:.*) called System.exit(0) on the thread 'tracer-
          Insisting | com.example.shop.EndingCheckout$Insisting.handle (EndingCheckout.java:.*) called Runtime.halt(0) on the thread 'tracer-
          Elsewhere | com.example.shop.EndingCheckout$Elsewhere.end (EndingCheckout.java:.*) called System.exit(0) on the thread 'reaper': a workload must not end the JVM, and nothing is gated
          Early     | workload 'com.example.shop.EndingCheckout$Early': cannot be made: .*EndingCheckout$Early.<clinit> (EndingCheckout.java:.*) called System.exit(0) on the thread 'main'
          """)
  void whoEndsTheJvmIsNamedAndNothingPasses(String workload, String message) {
    CommandRun run =
        new Lightspeed(folder)
            .run(
                "run",
                OWN,
                "--workload=com.example.shop.EndingCheckout$" + workload,
                "--sessions=2",
                "--events=5");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
    for (String part : message.split("\\.\\*", -1)) {
      assertThat(run.err()).contains(part);
    }
  }

  @Test
  void noShutdownHookMakesAnotherVerdict() {
    CommandRun run =
        new Lightspeed(folder).run("run", OWN, "--workload=com.example.shop.EndingCheckout$Late");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\nlightspeed/1 sha256:");
  }

  @Test
  void aScriptThatEndsIsPrintedAsFarAsItGoes() {
    CommandRun run = new Lightspeed(folder).run("workload", "script", BROKEN + "Brief", OWN);

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                2,
                "{\"event\":\"pay\",\"params\":{}}\n".repeat(16),
                "lightspeed: broken_checkout: session 0: the script ended after 16 events: ask for"
                    + " --events=16, or let it go on\n"));
  }

  private void assertRefused(String workload, String message) {
    CommandRun run =
        new Lightspeed(folder)
            .run(
                "run",
                OWN,
                "--workload=" + BROKEN + workload,
                "--sessions=5",
                "--events=20",
                "--unit-limit=1000000",
                "--out=report.json");

    assertThat(run).isEqualTo(new CommandRun(2, "", "lightspeed: " + message + "\n"));
    assertThat(folder.resolve("report.json")).doesNotExist();
  }
}
