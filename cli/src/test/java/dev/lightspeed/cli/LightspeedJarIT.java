package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.output.data.ResultJson;
import dev.lightspeed.harness.report.ReportSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged command, from its command line to its exit code, in fresh JVMs.
 *
 * <p>Takes half a minute: every test is a JVM or several, and two runs are long enough to be
 * stopped.
 */
class LightspeedJarIT {

  private static final String OWN = "--classpath=" + System.getProperty("lightspeed.testClasses");
  private static final String CHECKOUT = "--workload=com.example.shop.Checkout";

  @TempDir Path folder;
  private Lightspeed lightspeed;

  @BeforeEach
  void command() {
    lightspeed = new Lightspeed(folder);
  }

  @Test
  @Tag("jdk")
  void aUsersOwnWorkloadIsCountedWithoutFurtherFlags() {
    CommandRun run = lightspeed.run("run", OWN, CHECKOUT, "--out=report.json");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    String signature = ReportSignature.of(ResultJson.readReport(folder.resolve("report.json")));
    assertThat(run.out()).contains("\ncheckout ").endsWith("\n" + signature + "\n");
  }

  @Test
  void tracingAndReplayingInTwoProcessesIsRunning() {
    CommandRun once = lightspeed.run("run", OWN, CHECKOUT, "--out=-");
    CommandRun trace = lightspeed.run("trace", OWN, CHECKOUT, "--out=checkout.trace.gz");
    CommandRun replay = lightspeed.run("run", "--trace=checkout.trace.gz", "--out=-");

    assertThat(trace).isEqualTo(new CommandRun(0, "checkout.trace.gz: 10,000 events traced\n", ""));
    assertThat(replay).isEqualTo(once);
  }

  @Test
  void aRunThatABuildToolHasStartedEndsWithIt() throws Exception {
    Process process =
        new Lightspeed(folder)
            .jvm("-Dlightspeed.lifeline=true")
            .start("run", OWN, CHECKOUT, "--sessions=1024", "--events=100000");
    process.getOutputStream().close();

    assertThat(lightspeed.end(process)).isEqualTo(new CommandRun(130, "", ""));
  }

  @Test
  @Tag("jdk")
  void anInterruptedRunExitsWith130AndLeavesNoFile() throws Exception {
    Process process =
        new Lightspeed(folder)
            .jvm("-Dlightspeed.terminals=err")
            .start("run", OWN, CHECKOUT, "--sessions=1024", "--events=100000", "--out=report.json");
    // The bar is drawn once counting has gone on for a second: then the run is well under way.
    while (process.isAlive() && Files.size(lightspeed.err()) == 0) {
      Thread.onSpinWait();
    }
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    CommandRun run = lightspeed.end(process);

    assertThat(run.exitCode()).isEqualTo(130);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("counting").endsWith("\r\u001b[K");
    assertThat(files()).containsExactlyInAnyOrder("stdout", "stderr");
  }

  @Test
  void aKilledRunLeavesNoHalfReportAndTheNextRunCleansUp() throws Exception {
    Process process =
        lightspeed.start("trace", OWN, CHECKOUT, "--sessions=1024", "--events=600", "--out=t.gz");
    while (process.isAlive() && files().stream().noneMatch(file -> file.endsWith(".partial"))) {
      Thread.onSpinWait();
    }
    process.destroyForcibly().waitFor();
    assertThat(files())
        .containsExactlyInAnyOrder("stdout", "stderr", ".t.gz." + process.pid() + "-1.partial");

    lightspeed.run("trace", OWN, CHECKOUT, "--sessions=1", "--events=1", "--out=t.gz");

    assertThat(files()).containsExactlyInAnyOrder("stdout", "stderr", "t.gz");
    assertThat(lightspeed.run("run", "--trace=t.gz").exitCode()).isZero();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsNamed() throws Exception {
    Files.createSymbolicLink(folder.resolve("full"), Path.of("/dev/full"));
    CommandRun run = lightspeed.run("run", OWN, CHECKOUT, "--events=1", "--out=full");

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: full: cannot be written (No space left on device): name a file in a"
                    + " folder that exists and has room\n"));
    assertThat(Files.isSymbolicLink(folder.resolve("full"))).isTrue();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskUnderStandardOutputIsNoSuccess() throws Exception {
    ProcessBuilder shell =
        new ProcessBuilder(
                "sh",
                "-c",
                "exec \"$0\" -jar \"$1\" profile >/dev/full",
                Lightspeed.javaOf(Path.of(System.getProperty("java.home"))).toString(),
                System.getProperty("lightspeed.jar"))
            .redirectOutput(lightspeed.out().toFile())
            .redirectError(lightspeed.err().toFile());

    assertThat(lightspeed.end(shell.start()))
        .isEqualTo(
            new CommandRun(
                3, "", "lightspeed: standard output cannot be written: No space left on device\n"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatStandardOutputGoesToIsNotReplaced() {
    assertThat(lightspeed.run("run", OWN, CHECKOUT, "--out=/dev/stdout"))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: --out: '/dev/stdout' is a file that is open already: name another"
                    + " file\n"));
  }

  @Test
  void thereIsNoBarWhereStandardErrorIsNoTerminal() {
    CommandRun run = lightspeed.run("run", OWN, CHECKOUT, "--sessions=1024", "--events=1000");

    assertThat(run.err()).isEmpty();
  }

  @Test
  void aReaderThatStopsEarlyIsNoError() throws Exception {
    ProcessBuilder shell =
        new ProcessBuilder(
                "sh",
                "-c",
                "\"$0\" -jar \"$1\" workload script com.example.shop.Checkout \"$2\""
                    + " --events=2000000 | head -n 1",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("lightspeed.jar"),
                OWN)
            .redirectOutput(lightspeed.out().toFile())
            .redirectError(lightspeed.err().toFile());
    CommandRun run = lightspeed.end(shell.start());

    assertThat(run)
        .isEqualTo(new CommandRun(0, "{\"event\":\"add\",\"params\":{\"item\":\"item 1\"}}\n", ""));
  }

  @Test
  void aSessionsPageIsShownAtItsMountAndAfterEachEvent() {
    assertThat(
            lightspeed.run(
                "workload", "html", "com.example.shop.Checkout", OWN, "--session=3", "--events=2"))
        .isEqualTo(
            new CommandRun(
                0,
                """
                <main><p></p></main>
                <main><p>item 4</p></main>
                <main><p></p></main>
                """,
                ""));
  }

  @Test
  void standardOutputIsUtf8InAnyLocale() {
    CommandRun run =
        new Lightspeed(folder)
            .jvm("-Dfile.encoding=US-ASCII")
            .variable("LC_ALL", "C")
            .run("run", OWN, CHECKOUT, "--sessions=1", "--workload=counter", "--events=1");

    assertThat(run.out()).contains("counter ran 1 session × 1 event, its budget is for ");
  }

  @Test
  @Tag("jdk")
  void colourIsForTerminalsAndNeverUnderNoColor() {
    String[] args = {"run", OWN, CHECKOUT, "--events=1"};

    assertThat(lightspeed.run(args).out()).doesNotContain("\u001b");
    assertThat(terminal().run(args).out()).contains("\u001b[33m");
    assertThat(terminal().variable("NO_COLOR", "1").run(args).out()).doesNotContain("\u001b");
    assertThat(terminal().variable("TERM", "dumb").run(args).out()).doesNotContain("\u001b");
  }

  @Test
  @Tag("jdk")
  void runningOutOfMemorySaysHowToGetMore() {
    CommandRun run =
        new Lightspeed(folder)
            .jvm("-Xmx32m")
            .run("run", OWN, CHECKOUT, "--sessions=1", "--events=2000000000");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .startsWith("lightspeed: out of memory with a heap of ")
        .contains("LIGHTSPEED_JAVA_OPTS=-Xmx")
        .doesNotContain("\tat ");
  }

  @Test
  @Tag("jdk")
  void theMainJobPassesItsDefaultBudget() {
    CommandRun run = lightspeed.run("run");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("PASS  counter", "PASS  crud_table");
    assertThat(run.out()).contains("PASS  stream_heavy_list", "PASS  form_heavy_flow");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void everyLibraryInsideHasANameOfItsOwn() throws IOException {
    try (JarFile jar = new JarFile(System.getProperty("lightspeed.jar"))) {
      List<String> foreign =
          jar.stream()
              .map(JarEntry::getName)
              .filter(name -> name.endsWith(".class") && !name.startsWith("dev/lightspeed/"))
              .toList();

      assertThat(foreign).isEmpty();
      assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
      assertThat(jar.getEntry("META-INF/NOTICE")).isNotNull();
      assertThat(jar.getEntry("META-INF/THIRD-PARTY.txt")).isNotNull();
    }
  }

  private Lightspeed terminal() {
    return new Lightspeed(folder).jvm("-Dlightspeed.terminals=out,err");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
