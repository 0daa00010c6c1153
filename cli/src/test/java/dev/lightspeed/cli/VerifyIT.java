package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.cli.text.Output;
import dev.lightspeed.harness.output.data.ResultJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code --verify} proves, and what it finds. */
class VerifyIT {

  private static final String VERIFIED =
      "verified: every count is the same again, in this JVM and in another one\n";
  private static final String OTHER_ORDER =
      "  (with the sessions in another order and on another number of threads)\n";
  private static final String OWN = "--classpath=" + System.getProperty("lightspeed.testClasses");
  private static final String BROKEN = "--workload=com.example.shop.BrokenCheckout$";
  private static final String UNSTEADY = "--workload=com.example.shop.UnsteadyCheckout$";

  @TempDir Path folder;
  private Lightspeed lightspeed;

  @BeforeEach
  void command() {
    lightspeed = new Lightspeed(folder);
  }

  @Test
  void theStandardSuiteIsTheSameTwice() {
    CommandRun run = lightspeed.run("run", "--verify");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).containsOnlyOnce("\n" + VERIFIED);
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void soIsAUsersOwnWorkload() {
    String catalogue = "--workload=com.example.shop.Catalogue";
    CommandRun run = lightspeed.run("run", OWN, catalogue, "--verify");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).containsOnlyOnce("\n" + VERIFIED);
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aCollectorFromTheEnvironmentDoesNotStopTheOtherJvm() {
    CommandRun run =
        lightspeed
            .variable("JAVA_TOOL_OPTIONS", "-XX:+UseG1GC")
            .run("run", "--workload=counter", "--sessions=2", "--events=5", "--verify");

    assertThat(run.exitCode()).as("%s", run.err()).isZero();
    assertThat(run.out()).containsOnlyOnce("\n" + VERIFIED);
  }

  @Test
  void nothingIsCalledVerifiedThatWasNot() {
    CommandRun run = lightspeed.run("run", OWN, BROKEN + "Growing", "--events=6");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("lightspeed/1 sha256:").doesNotContainIgnoringCase("verif");
    assertThat(run.err()).isEmpty();
  }

  /** With one session there is one order, so that the counts of both runs are known. */
  @Test
  void whatIsSentMoreEachTimeIsNamedWithTheMethod() {
    CommandRun run =
        lightspeed.run(
            "run",
            OWN,
            UNSTEADY + "Repeating",
            "--verify",
            "--sessions=1",
            "--events=6",
            "--out=r");

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                4,
                "",
                "lightspeed: not deterministic: broken_checkout: session 0, event 1 (pay):\n"
                    + "  patchOps 2 in one run, 14 in the other\n"
                    + OTHER_ORDER
                    + """
                      where: no method's own work differs, only what comes of it
                      why, usually: com.example.shop.UnsteadyCheckout.Repeating.frame changes
                        state that all sessions share
                      seen by: UnsteadyCheckout.Repeating.SENT
                      instead: keep it in the session, or fill it before the first session
                    """));
    assertThat(folder.resolve("r")).doesNotExist();
  }

  @Test
  void whatIsKeptMoreEachTimeIsNamedWithWhatIsUsual() {
    CommandRun run =
        lightspeed.run("run", OWN, BROKEN + "Leaking", "--verify", "--sessions=1", "--events=6");

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                4,
                "",
                "lightspeed: not deterministic: broken_checkout: session 0, mount:\n"
                    + "  retainedBytes 24 in one run, 32 in the other\n"
                    + OTHER_ORDER
                    + """
                      where: no method's own work differs, only what comes of it
                      why, usually: sessions share a cache or a counter that grows; no cause that
                        docs/COUNTERS.md lists was recognised in the methods of the step
                    """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BrokenCheckout$Unordered | BrokenCheckout.Unordered.handle walks a hash | HashMap.new
          BrokenCheckout$Drifting | BrokenCheckout.Drifting.handle changes state | Drifting.SENT
          UnsteadyCheckout$Drawing | UnsteadyCheckout.Drawing.draw draws random | Random.new
          UnsteadyCheckout$Timed | UnsteadyCheckout.Timed.handle reads the clock | System.nanoTime
          UnsteadyCheckout$Caching | Caching.handle changes state | UnsteadyCheckout.Caching.PRICES
          UnsteadyCheckout$Forgetting | Forgetting.look asks what the garbage | WeakHashMap.put
          """)
  void whatDiffersWithinOneJvmIsNamedWithItsCause(String workload, String cause, String sign) {
    CommandRun run =
        lightspeed.run(
            "run", OWN, "--workload=com.example.shop." + workload, "--verify", "--events=6");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().replaceAll("\\s+", " "))
        .contains(OTHER_ORDER.strip() + " where: ", cause, sign + " instead: ");
    assertThat(run.err().lines()).allMatch(line -> line.length() <= Output.WIDTH);
  }

  @Test
  void whatDiffersBetweenTwoJvmsIsNamedWithTheMethodAndItsCause() {
    CommandRun run = lightspeed.run("run", OWN, UNSTEADY + "Settled", "--verify", "--events=6");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().replaceAll("[0-9,]+ (in one|in another|units)", "N $1"))
        .isEqualTo(
            """
            lightspeed: not deterministic: broken_checkout: session 0, event 2 (pay):
              cpuUnits N in one run, N in another JVM
              (with other identity hash codes, compiler, collector, processors, locale,
                zone and charset)
              where: com.example.shop.UnsteadyCheckout.spin, called from
                com.example.shop.UnsteadyCheckout.Settled.handle: N units more
              why, usually: com.example.shop.UnsteadyCheckout.Settled.handle depends on
                the default locale, time zone or charset
              seen by: Charset.defaultCharset
              instead: name it: Locale.ROOT, ZoneOffset.UTC, StandardCharsets.UTF_8
            """);
  }

  @Test
  void whatFailsInTheOtherJvmIsPassedOn() {
    CommandRun run = lightspeed.run("run", OWN, UNSTEADY + "Foreign", "--verify", "--events=6");

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: --verify: in a second JVM with other circumstances the same command"
                    + " ended with 2: broken_checkout: session 0, event 2 (pay) threw"
                    + " java.lang.IllegalStateException: no page in this language\n"));
  }

  /** Their order was drawn anew for each JVM: the agent pins it. */
  @Test
  void immutableSetsAreWalkedInTheSameOrderEverywhere() {
    CommandRun run = lightspeed.run("run", OWN, UNSTEADY + "Salted", "--verify");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).containsOnlyOnce("\n" + VERIFIED);
  }

  @ParameterizedTest
  @CsvSource({"Parallel, List.parallelStream", "Pooled, ExecutorService.execute"})
  void workOnOtherThreadsDoesNotPassInSilence(String workload, String call) {
    CommandRun run =
        lightspeed.run("run", OWN, UNSTEADY + workload, "--events=6", "--out=report.json");
    String noted =
        "com.example.shop.UnsteadyCheckout$"
            + workload
            + ".handle hands work to other threads ("
            + call
            + ")";

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEqualTo("lightspeed: not counted: " + noted + "\n");
    assertThat(ResultJson.readReport(folder.resolve("report.json")).uncounted())
        .containsExactly(noted);
  }

  @Test
  void norWhileCapacityIsLookedFor() throws IOException {
    Files.writeString(
        folder.resolve("lightspeed.yaml"),
        """
        schema: suite/2
        scenarios:
          - workload: com.example.shop.UnsteadyCheckout$Pooled
            sessions: 2
            events: 6
            budget: {avgPayloadBytes: 1000}
        """);
    CommandRun run = lightspeed.run("capacity", OWN, "--max=3");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .startsWith(
            "lightspeed: not counted: com.example.shop.UnsteadyCheckout$Pooled.handle hands");
  }

  /** The second JVM is stopped with the first, and leaves nothing behind. */
  @Test
  void anInterruptEndsTheOtherJvmToo() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Process process =
        lightspeed
            .jvm("-Djava.io.tmpdir=" + temporary)
            .start("run", OWN, BROKEN + "Endless", "--verify", "--unit-limit=1000000000000");
    List<ProcessHandle> others;
    do {
      Thread.onSpinWait();
      others = process.children().toList();
    } while (others.isEmpty() && process.isAlive());

    process.destroy();

    assertThat(lightspeed.end(process).exitCode()).isEqualTo(143);
    assertThat(others).hasSize(1).noneMatch(ProcessHandle::isAlive);
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aTraceIsVerifiedOrNotWritten() {
    CommandRun run =
        lightspeed.run("trace", OWN, BROKEN + "Growing", "--verify", "--events=6", "--out=t");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("t")).doesNotExist();
  }
}
