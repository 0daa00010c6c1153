package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A workload that prints verdicts, or ends the JVM, does not decide on the build; and flags that
 * hide the agent are told of.
 */
class ForgedIT {

  private final Maven maven = Maven.instance();
  private final Path project = maven.project("forged", Path.of("src/it/forged"));

  @Test
  void theVerdictIsThatOfTheResult() throws Exception {
    Maven.Run build = maven.run(project, "test-compile", "-DargLine=-Xmx1g");

    String log = build.log();
    assertThat(log).contains("[WARNING] -DargLine on the command line hides the agent: ");
    assertThat(part(log, "(passes-and-prints-fail)", "(fails-and-prints-pass)"))
        .contains("FAIL  forger: forged", "PASS  forger: tightest: ")
        .doesNotContain("the gate has failed");
    assertThat(part(log, "(fails-and-prints-pass)", "(ends-with-0)"))
        .contains("PASS  forger: forged")
        .contains("the gate has failed, and does not halt the build: forger: avg payload ");
    assertThat(log)
        .contains(
            ":report (ends-with-0) on project forged: forger: session 0, open threw ",
            "com.acme.Forger.open (Forger.java:",
            "called System.exit(0)");
    assertThat(build.exitCode()).isEqualTo(1);
  }

  private static String part(String log, String from, String to) {
    assertThat(log).contains(from, to);
    return log.substring(log.indexOf(from), log.indexOf(to));
  }
}
