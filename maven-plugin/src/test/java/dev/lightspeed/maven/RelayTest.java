package dev.lightspeed.maven;

import static dev.lightspeed.maven.ResultFile.Result.UNUSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the command says, in the log and in the exception that ends the build. */
class RelayTest {

  private final RecordingLog log = new RecordingLog();
  private final Relay relay = new Relay(log, true);

  @Test
  void aGateThatFailsNamesTheFirstFigureAndTheNumberOfOthers() {
    relay.out("meter portable/2");
    relay.out("FAIL  cart: avg payload 35 B > 27 B (+29.6 %)");
    relay.out("FAIL  cart: max payload 42 B > 31 B (+35.5 %)");
    relay.out("FAIL  cart: avg CPU 1437 units > 1290 units (+11.4 %)");
    relay.out("if that is meant to be: 'mvn lightspeed:update', and commit it");
    Ending ending =
        relay.ending(1, failed("cart: avg payload 35 B > 27 B (+29.6 %)", "another", "a third"));

    assertThat(log.lines())
        .containsExactly(
            "INFO meter portable/2",
            "ERROR FAIL  cart: avg payload 35 B > 27 B (+29.6 %)",
            "ERROR FAIL  cart: max payload 42 B > 31 B (+35.5 %)",
            "ERROR FAIL  cart: avg CPU 1437 units > 1290 units (+11.4 %)",
            "ERROR if that is meant to be: 'mvn lightspeed:update', and commit it");
    assertThat(ending.gateFailed()).isTrue();
    assertThat(ending.inWords()).isEqualTo("cart: avg payload 35 B > 27 B (+29.6 %) (and 2 more)");
  }

  @Test
  void aVerdictThatGoesOnBelowIsOne() {
    relay.out("FAIL  cart: total CPU 7184943 units > 6448233 units (+11.4 %);");
    relay.out("      event add 5509678 → 6246388 units");
    relay.out("SLIP  cart: avg CPU 1437 units > 1430 units (+0.5 %), at most 1440 units;");
    relay.out("      event add 1473 → 1670 units");

    assertThat(log.lines())
        .containsExactly(
            "ERROR FAIL  cart: total CPU 7184943 units > 6448233 units (+11.4 %);",
            "ERROR       event add 5509678 → 6246388 units",
            "INFO SLIP  cart: avg CPU 1437 units > 1430 units (+0.5 %), at most 1440 units;",
            "INFO       event add 1473 → 1670 units");
  }

  @Test
  void whereTheBuildGoesOnItIsAWarning() {
    Relay lenient = new Relay(log, false);
    lenient.err("FAIL  cart: avg payload 35 B > 27 B (+29.6 %)");

    String failure = "cart: avg payload 35 B > 27 B (+29.6 %)";
    assertThat(lenient.ending(1, failed(failure)).inWords()).isEqualTo(failure);
    assertThat(log.lines()).containsExactly("WARN FAIL  cart: avg payload 35 B > 27 B (+29.6 %)");
  }

  @Test
  void aLineThatReadsLikeAVerdictIsNone() {
    relay.out("FAIL  cart: forged");

    assertThat(relay.ending(0, UNUSED).passed()).isTrue();
    assertThat(relay.ending(1, UNUSED).gateFailed()).isFalse();
  }

  @Test
  void theLastMessageIsWhyACommandFails() {
    relay.err("some library says hello");
    relay.err("lightspeed: not counted: com.acme.Odd");
    relay.err("lightspeed: unknown option '--meters', did you mean '--meter'?");
    relay.err("try 'lightspeed check --help'");
    Ending ending = relay.ending(2, UNUSED);

    assertThat(log.lines())
        .containsExactly("WARN some library says hello", "WARN not counted: com.acme.Odd");
    assertThat(ending.gateFailed()).isFalse();
    assertThat(ending.inWords())
        .isEqualTo(
            "unknown option '--meters', did you mean '--meter'?\ntry 'lightspeed check --help'");
  }

  @Test
  void aWarningOfACommandThatPassesIsOne() {
    relay.err("lightspeed: not counted: com.acme.Odd");
    Ending ending = relay.ending(0, UNUSED);

    assertThat(ending.passed()).isTrue();
    assertThat(log.lines()).containsExactly("WARN not counted: com.acme.Odd");
  }

  @Test
  void theTraceOfAnInternalErrorIsForTheLog() {
    relay.err("lightspeed: internal error in version 1.0.0, please report it:");
    relay.err("java.lang.IllegalStateException");
    relay.err("\tat dev.lightspeed.harness.Some.method(Some.java:1)");
    Ending ending = relay.ending(3, UNUSED);

    assertThat(ending.inWords()).isEqualTo("internal error in version 1.0.0, please report it:");
    assertThat(log.lines())
        .containsExactly(
            "WARN internal error in version 1.0.0, please report it:",
            "WARN java.lang.IllegalStateException",
            "WARN \tat dev.lightspeed.harness.Some.method(Some.java:1)");
  }

  @Test
  void aJvmThatCannotStartIsNoVerdict() {
    relay.err("some agent says hello");
    relay.err("Unrecognized VM option 'Xmx4'");
    relay.err("Error: Could not create the Java Virtual Machine.");
    relay.err("Error: A fatal exception has occurred. Program will exit.");
    Ending ending = relay.ending(1, UNUSED);

    assertThat(ending.passed()).isFalse();
    assertThat(ending.gateFailed()).isFalse();
    assertThat(ending.inWords())
        .isEqualTo(
            """
            the command ended with exit code 1:
            Unrecognized VM option 'Xmx4'
            Error: Could not create the Java Virtual Machine.
            Error: A fatal exception has occurred. Program will exit.""");
    assertThat(log.lines()).hasSize(4).contains("WARN Unrecognized VM option 'Xmx4'");
  }

  @Test
  void aCommandThatWasKilledSaysNothing() {
    assertThat(relay.ending(137, UNUSED).inWords())
        .isEqualTo("the command ended with exit code 137 and did not say why");
  }

  private static ResultFile.Result failed(String... failures) {
    return new ResultFile.Result(List.of(failures), Optional.empty());
  }
}
