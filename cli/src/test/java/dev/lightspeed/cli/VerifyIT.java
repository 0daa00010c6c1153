package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code --verify} proves, and what it finds. */
class VerifyIT {

  private static final String VERIFIED = "verified: counted twice, and every count is the same\n";
  private static final String OTHERWISE =
      " (with the sessions in another order and on another number of threads)\n";
  private static final String OWN = "--classpath=" + System.getProperty("lightspeed.testClasses");
  private static final String BROKEN = "--workload=com.example.shop.BrokenCheckout$";

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
  void nothingIsCalledVerifiedThatWasNot() {
    CommandRun run = lightspeed.run("run", OWN, BROKEN + "Growing", "--events=6");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("lightspeed/1 sha256:").doesNotContainIgnoringCase("verif");
    assertThat(run.err()).isEmpty();
  }

  /** With one session there is one order, so that the counts of both runs are known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Growing | event 1: payloadBytes 2 in one run, 14 in the other
          Leaking | mount: retainedBytes 24 in one run, 32 in the other
          """)
  void whatGrowsWithEveryEventIsNamed(String workload, String difference) {
    CommandRun run =
        lightspeed.run(
            "run", OWN, BROKEN + workload, "--verify", "--sessions=1", "--events=6", "--out=r");

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                4,
                "",
                "lightspeed: not deterministic: broken_checkout: session 0, "
                    + difference
                    + OTHERWISE));
    assertThat(folder.resolve("r")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"Unordered, 1", "Drifting, 5"})
  void whatCostsMoreOneTimeThanTheOtherIsNamed(String workload, int event) {
    CommandRun run =
        lightspeed.run("run", OWN, BROKEN + workload, "--verify", "--events=6", "--out=-");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().replaceAll("cpuUnits [0-9]+ in one run, [0-9]+ in", "cpuUnits A, B in"))
        .isEqualTo(
            "lightspeed: not deterministic: broken_checkout: session 0, event "
                + event
                + ": cpuUnits A, B in the other"
                + OTHERWISE);
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
