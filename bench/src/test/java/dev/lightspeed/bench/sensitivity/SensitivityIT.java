package dev.lightspeed.bench.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.bench.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code benchmark sensitivity}, in fresh JVMs.
 *
 * <p>Takes half a minute: each of five shares is judged by JMH, with two forks that warm up.
 */
class SensitivityIT {

  @Test
  void theGateSeesEveryShareAndTheTableIsWrittenIntoThePage(@TempDir Path folder)
      throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("page.md"),
            "before\n<!-- sensitivity -->\nold\n<!-- /sensitivity -->\nafter\n");
    Process process =
        Launcher.benchmark(
                "sensitivity",
                "--trials=1",
                "--workload=stream_heavy_list",
                "--no-load",
                "--write=" + page)
            .redirectError(folder.resolve("err").toFile())
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = Files.readString(folder.resolve("err"));

    assertThat(process.onExit().join().exitValue()).as(err).isZero();
    assertThat(err)
        .isEqualTo(
            """
            measuring the baseline of stream_heavy_list
            measuring trial 1 of 1, quiet, stream_heavy_list
            """);
    assertThat(printed)
        .startsWith("1 trial of each workload and share; JDK " + System.getProperty("java.version"))
        .contains(
            "\nthis gate, tolerance 0            0.0 %   100.0 %   100.0 %   100.0 %   100.0 %\n")
        .doesNotContain("all cores loaded");
    assertThat(printed.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(Files.readString(page))
        .isEqualTo(
            "before\n<!-- sensitivity -->\n```text\n"
                + printed
                + "```\n<!-- /sensitivity -->\nafter\n");
  }

  @Test
  void whoeverKillsTheCommandEndsAllThatItStarted(@TempDir Path folder) throws IOException {
    Process process =
        Launcher.benchmark("sensitivity", "--trials=1", "--workload=stream_heavy_list")
            .redirectError(folder.resolve("err").toFile())
            .start();
    // The first run of the gate: then it is under way.
    List<ProcessHandle> started = new ArrayList<>();
    while (process.isAlive() && started.isEmpty()) {
      started = process.descendants().toList();
      Thread.onSpinWait();
    }
    process.destroyForcibly().onExit().join();
    started.forEach(each -> each.onExit().join());

    assertThat(started).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }
}
