package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty folder to a gate on a workload of one's own, with the packaged command. */
class GateIT {

  private static final Path SOURCE = Path.of("lightspeed", "ExampleWorkload.java");

  @TempDir Path folder;
  private Lightspeed lightspeed;

  @BeforeEach
  void initialise() {
    lightspeed = new Lightspeed(folder);
    CommandRun init = lightspeed.run("init");
    assertThat(init.err()).isEmpty();
    assertThat(init.exitCode()).isZero();
  }

  @Test
  void whatInitWritesCompilesAndPassesItsOwnGate() throws Exception {
    assertThat(lightspeed.run("check").err())
        .isEqualTo(
            "lightspeed: lightspeed.yaml:22:5: classpath[0]: found the string"
                + " 'lightspeed/classes', expected a jar or folder that is there: is it"
                + " compiled?\n");
    compile();
    assertThat(lightspeed.run("check").err())
        .isEqualTo(
            "lightspeed: lightspeed.baseline.json: there is no baseline: write it with 'lightspeed"
                + " update', and commit lightspeed.baseline.json\n");

    assertThat(lightspeed.run("update"))
        .isEqualTo(
            new CommandRun(
                0,
                "lightspeed.baseline.json: written; commit it with what has changed the figures\n",
                ""));
    CommandRun check = lightspeed.run("check");
    assertThat(check.err()).isEmpty();
    assertThat(check.out())
        .startsWith("suite lightspeed.yaml\n")
        .contains("\nPASS  example: tightest: ")
        .contains("\nPASS  baseline lightspeed.baseline.json: every figure is the same\n");
    assertThat(check.exitCode()).isZero();
    assertThat(new Lightspeed(Files.createDirectory(folder.resolve("below"))).run("check").out())
        .startsWith("suite ../lightspeed.yaml\n")
        .contains("PASS  baseline ../lightspeed.baseline.json: every figure is the same\n");
  }

  @Test
  void aRegressionFailsUntilItIsAccepted() throws Exception {
    compile();
    assertThat(lightspeed.run("update").exitCode()).isZero();
    Path source = folder.resolve(SOURCE);
    Files.writeString(source, Files.readString(source).replace("<li>", "<li class=task>"));
    compile();
    String kept = lightspeed.file("lightspeed.baseline.json");

    CommandRun check = lightspeed.run("check");
    CommandRun inCi = new Lightspeed(folder).variable("CI", "true").run("update");

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out())
        .contains("FAIL  example: avg payload ")
        .contains(
            "if that is meant to be: 'lightspeed update', and commit lightspeed.baseline.json\n");
    assertThat(inCi.exitCode()).isEqualTo(2);
    assertThat(lightspeed.file("lightspeed.baseline.json")).isEqualTo(kept);
    assertThat(lightspeed.run("update").out()).contains("LOSS  example: avg payload ");
    assertThat(lightspeed.run("check").exitCode()).isZero();
  }

  @Test
  void theSuiteSaysWhatIsCounted() throws Exception {
    compile();
    Path suite = folder.resolve("lightspeed.yaml");
    Files.writeString(suite, Files.readString(suite).replace("meter: portable", "meter: full"));

    assertThat(lightspeed.run("run").out()).contains("\nmeter full/");
    assertThat(lightspeed.run("run", "--meter", "portable").out()).contains("\nmeter portable/");
  }

  @Test
  void aPartOfTheSuiteIsCheckedAndUpdatedByItself() throws Exception {
    compile();
    Path suite = folder.resolve("lightspeed.yaml");
    Files.writeString(
        suite, Files.readString(suite) + "  - {workload: counter, sessions: 3, events: 4}\n");
    assertThat(lightspeed.run("update").exitCode()).isZero();
    Path baseline = folder.resolve("lightspeed.baseline.json");
    String whole = Files.readString(baseline);

    assertThat(lightspeed.run("check", "--workload=counter").out())
        .contains("PASS  baseline lightspeed.baseline.json: every figure is the same\n");

    // The counter had an event that cost more, and the example a mount of a byte.
    Files.writeString(
        baseline,
        whole
            .replaceFirst("(?s)(\"counter\".*?\"maxCpuUnits\": )[0-9]+", "$160000")
            .replaceFirst("(?s)(\"example\".*?\"avgMountPayloadBytes\": )[0-9]+", "$11"));
    String edited = Files.readString(baseline);
    CommandRun update = lightspeed.run("update", "--workload=counter");

    assertThat(update.out())
        .startsWith("GAIN  counter: max CPU ")
        .doesNotContain("example")
        .endsWith(
            "lightspeed.baseline.json: written; commit it with what has changed the figures\n");
    assertThat(Files.readString(baseline))
        .isEqualTo(
            whole.replaceFirst("(?s)(\"example\".*?\"avgMountPayloadBytes\": )[0-9]+", "$11"))
        .isNotEqualTo(edited);
    assertThat(lightspeed.run("check").out()).contains("FAIL  example: avg mount payload ");
  }

  @Test
  void theCapacityOfAWorkloadAndOfAMixIsFound() throws Exception {
    compile();
    Path suite = folder.resolve("lightspeed.yaml");
    String counter =
        """
          - workload: counter
            sessions: 10
            events: 20
            budget: {p95LatencyMs: 10}
        """;
    Files.writeString(suite, Files.readString(suite) + counter);
    CommandRun alone = lightspeed.run("capacity", "--workload=counter");
    CommandRun mix =
        lightspeed.run(
            "capacity", "--mix=example=1,counter=3", "--out=csv=-", "--out=capacity.json");

    assertThat(alone.err()).isEmpty();
    assertThat(alone.exitCode()).isZero();
    assertThat(alone.out())
        .containsPattern("\ncounter: [0-9,]+ sessions fit\n")
        .containsPattern("\n  counter: p95 latency [0-9]+ ms > 10 ms");
    assertThat(lightspeed.run("capacity", "--workload=counter")).isEqualTo(alone);
    assertThat(mix.err()).isEmpty();
    assertThat(mix.out().lines().skip(1))
        .hasSize(12)
        .allSatisfy(line -> assertThat(line).startsWith("example=1 counter=3,"));
    assertThat(lightspeed.file("capacity.json")).contains("\"schema\": \"capacity/1\"");
    CommandRun tooSmall = lightspeed.run("capacity", "--workload=counter", "--at-least=100000");
    assertThat(tooSmall.exitCode()).isEqualTo(1);
    assertThat(tooSmall.out()).isEqualTo(alone.out());
    assertThat(tooSmall.err())
        .matches("FAIL  counter: [0-9,]+ sessions < 100,000 sessions \\(-[0-9.]+ %\\)\n");
    assertThat(lightspeed.run("capacity", "--workload=example", "--max=5").out())
        .contains("example: at least 5 sessions fit, no more were looked for\n");
  }

  private void compile() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("lightspeed").resolve("classes"));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-Werror",
            "-Xlint:all",
            "-cp",
            System.getProperty("lightspeed.jar"),
            "-d",
            classes.toString());
    boolean compiled =
        javac
            .getTask(
                null,
                null,
                null,
                options,
                null,
                javac
                    .getStandardFileManager(null, null, null)
                    .getJavaFileObjects(folder.resolve(SOURCE)))
            .call();
    assertThat(compiled).isTrue();
  }
}
