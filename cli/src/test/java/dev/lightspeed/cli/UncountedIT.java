package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.output.data.ResultJson;
import dev.lightspeed.harness.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class that cannot be instrumented is named in the report, and not skipped in silence. */
@Tag("jdk")
class UncountedIT {

  /** Leaves no room for another constant in the class. */
  private static final int FIELDS = 65_515;

  private static final String NOTED = "Full: Class too large: Full";

  @TempDir Path folder;
  private Lightspeed lightspeed;

  @BeforeEach
  void compileAWorkloadThatUsesAFullClass() throws IOException {
    String fields =
        IntStream.range(0, FIELDS)
            .mapToObj(i -> "static int a" + i + ";")
            .collect(Collectors.joining("\n"));
    Path full =
        Files.writeString(
            folder.resolve("Full.java"),
            "final class Full {\n static int one() { return 1; }\n" + fields + "\n}\n");
    Path shop =
        Files.writeString(
            folder.resolve("Shop.java"),
            """
            import dev.lightspeed.harness.workload.*;
            import java.time.Duration;
            import java.util.Iterator;
            import java.util.stream.Stream;

            public final class Shop implements Workload {
              public String label() { return "shop"; }
              public Pace pace() { return Pace.thinking(Duration.ofSeconds(1)); }
              public Iterator<Event> script(int session) {
                return Stream.generate(() -> Event.of("add")).iterator();
              }
              public Session open(int session) {
                return new Session() {
                  public Frame mount() { return Frame.of("<ul>", 1); }
                  public Frame handle(Event event) { return Frame.of("<li>", Full.one()); }
                  public Object retained() { return "nothing"; }
                };
              }
            }
            """);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    int exitCode =
        javac.run(
            null,
            null,
            null,
            "-cp",
            System.getProperty("lightspeed.jar"),
            "-d",
            folder.toString(),
            full.toString(),
            shop.toString());
    assertThat(exitCode).isZero();
    lightspeed = new Lightspeed(folder);
  }

  @Test
  void isNamedInTheReportOfTheRunAndOfItsReplay() {
    String[] shop = {"--classpath=.", "--workload=Shop", "--events=2", "--sessions=2"};
    CommandRun run = lightspeed.run("run", shop[0], shop[1], shop[2], shop[3], "--out=report.json");
    CommandRun trace = lightspeed.run("trace", shop[0], shop[1], shop[2], shop[3], "--out=t");
    CommandRun replay = lightspeed.run("run", "--trace=t");
    Report report = ResultJson.readReport(folder.resolve("report.json"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEqualTo("lightspeed: not counted: " + NOTED + "\n");
    assertThat(report.uncounted()).containsExactly(NOTED);
    assertThat(trace.err()).isEqualTo(run.err());
    assertThat(replay).isEqualTo(run);
  }
}
