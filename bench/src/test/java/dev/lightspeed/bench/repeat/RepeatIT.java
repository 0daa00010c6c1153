package dev.lightspeed.bench.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.bench.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code benchmark repeat}; docs/BENCHMARKS.md, which is run, loads every core.
 *
 * <p>Takes 20 seconds: it runs the default suite in three JVMs, once beside a loaded machine.
 */
class RepeatIT {

  @TempDir private Path folder;

  @Test
  void runsAreComparedAndNoneDiffers() throws Exception {
    Process process = start("--runs=2");

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .matches(
            """
            2 runs of the default suite in 1 JVM, JDK [^ ]+, [0-9]+ cores?
            lightspeed/1 sha256:[0-9a-f]{64}
            false alarms: 0
            """);
    assertThat(process.waitFor()).isZero();
    assertThat(err())
        .hasContent(
            "runs from 1 of 2: -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Duser.language=en, 2"
                + " threads");
  }

  @Test
  void whoeverKillsItEndsTheLoadToo() throws Exception {
    Process process = start("--loaded");
    // The first runs start once every core is burnt.
    while (process.isAlive() && Files.size(err()) == 0) {
      Thread.onSpinWait();
    }
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly().waitFor();
    started.forEach(each -> each.onExit().join());

    assertThat(started).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }

  private Process start(String option) throws IOException {
    return Launcher.benchmark("repeat", option).redirectError(err().toFile()).start();
  }

  private Path err() {
    return folder.resolve("err");
  }
}
