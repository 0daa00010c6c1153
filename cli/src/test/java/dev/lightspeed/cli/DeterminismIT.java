package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same report, signature and trace file, to the byte, under every condition that is not the
 * workload's own: each in JVMs of its own, compared with one that starts as the launcher's does.
 */
class DeterminismIT {

  private static final Path TEST_CLASSES = Path.of(System.getProperty("lightspeed.testClasses"));
  private static final String CLASSPATH = "--classpath=" + TEST_CLASSES;
  private static final String SUITE =
      "--suite=" + TEST_CLASSES.resolve("determinism").resolve("suite.yaml");
  private static final int JDK_OF_THE_MATRIX = 25;

  @TempDir static Path folder;
  private static Figures baseline = new Figures("", "", "");

  /**
   * Everything that a run and a trace say.
   *
   * @param printed the table with the signature, on standard output
   * @param report the JSON file
   * @param trace the trace file
   */
  private record Figures(String printed, String report, String trace) {}

  @BeforeAll
  static void runOnceAsTheLauncherDoes() throws IOException {
    baseline = figures(new Lightspeed(Files.createDirectory(folder.resolve("baseline"))), 1);

    assertThat(baseline.printed())
        .contains("\ncounter ", "\ncrud_table ", "\nstream_heavy_list ", "\nform_heavy_flow ")
        .contains("\ncatalogue ")
        .containsPattern("\nlightspeed/1 sha256:[0-9a-f]{64}\n$");
  }

  /**
   * Each flag is there once: a difference shows in one of these JVMs, and then which flag it is.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | -Xint -XX:+UseSerialGC -Duser.language=tr -Duser.country=TR
          7 | -XX:TieredStopAtLevel=4 -XX:+UseG1GC -Duser.language=ar -Duser.country=EG
          3 | -XX:+UseParallelGC -XX:+UnlockExperimentalVMOptions -XX:hashCode=2
          2 | -Xmx24m -Duser.timezone=Asia/Kathmandu -Dfile.encoding=ISO-8859-1
          """)
  void noFlagOfTheJvmAndNoNumberOfThreadsChangesAnything(
      int threads, String flags, @TempDir Path other) {
    Lightspeed lightspeed = new Lightspeed(other).variable("LC_ALL", "C");
    for (String flag : flags.split(" ", -1)) {
      lightspeed.jvm(flag);
    }

    assertThat(figures(lightspeed, threads)).as(flags).isEqualTo(baseline);
  }

  @Test
  void theReleaseOfTheJdkChangesNothing(@TempDir Path other) throws IOException {
    assumeFalse(
        Runtime.version().feature() == JDK_OF_THE_MATRIX,
        "the tests run on JDK " + JDK_OF_THE_MATRIX + " itself");
    Optional<Path> home = otherJdk();
    assumeTrue(
        home.isPresent(),
        "no JDK " + JDK_OF_THE_MATRIX + " is beside the one that runs: set LIGHTSPEED_JDK25");

    assertThat(figures(new Lightspeed(other).jdk(home.get()), 2))
        .as(home.get().toString())
        .isEqualTo(baseline);
  }

  @Test
  void aBusyMachineAndAnotherWorkingDirectoryChangeNothing(@TempDir Path other) throws IOException {
    Path deep = Files.createDirectories(other.resolve("a folder").resolve("with spaces"));
    List<Process> load = new ArrayList<>();
    try {
      for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
        load.add(new ProcessBuilder("sh", "-c", "while kill -0 $PPID; do :; done").start());
      }
      assertThat(figures(new Lightspeed(deep), 2)).isEqualTo(baseline);
      assertThat(load).allSatisfy(process -> assertThat(process.isAlive()).isTrue());
    } finally {
      load.forEach(Process::destroyForcibly);
    }
  }

  @Test
  void aReplayOfTheTraceIsTheRun(@TempDir Path other) throws IOException {
    Files.writeString(other.resolve("suite.trace"), baseline.trace());
    Lightspeed lightspeed = new Lightspeed(other).jvm("-Xint");
    CommandRun replay =
        lightspeed.run("run", SUITE, CLASSPATH, "--trace=suite.trace", "--out=report.json");

    assertThat(replay).isEqualTo(new CommandRun(0, baseline.printed(), ""));
    assertThat(lightspeed.file("report.json")).isEqualTo(baseline.report());
  }

  /** What the command says and writes in the folder of {@code lightspeed}. */
  private static Figures figures(Lightspeed lightspeed, int threads) {
    String on = "--threads=" + threads;
    CommandRun run = lightspeed.run("run", SUITE, CLASSPATH, on, "--out=report.json");
    CommandRun trace = lightspeed.run("trace", SUITE, CLASSPATH, on, "--out=suite.trace");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(trace).isEqualTo(new CommandRun(0, "suite.trace: 1,050 events traced\n", ""));
    return new Figures(run.out(), lightspeed.file("report.json"), lightspeed.file("suite.trace"));
  }

  /** The JDK that the environment names, which must be one, or one beside the JDK that runs. */
  private static Optional<Path> otherJdk() throws IOException {
    String named = System.getenv("LIGHTSPEED_JDK25");
    if (named != null && !named.isEmpty()) {
      Path home = Path.of(named);
      assertThat(Lightspeed.javaOf(home)).as("LIGHTSPEED_JDK25").isExecutable();
      return Optional.of(home);
    }
    try (Stream<Path> homes =
        Files.list(Path.of(System.getProperty("java.home")).resolveSibling(""))) {
      return homes
          .filter(home -> home.getFileName().toString().contains("25"))
          .filter(home -> Files.isExecutable(Lightspeed.javaOf(home)))
          .sorted()
          .findFirst();
    }
  }
}
