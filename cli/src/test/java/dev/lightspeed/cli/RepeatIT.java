package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code bench repeat} of the packaged command; docs/BENCHMARKS.md, which is run, loads every core.
 */
@Tag("once")
class RepeatIT {

  @TempDir private Path folder;

  @Test
  void runsAreComparedAndNoneDiffers() {
    CommandRun run = new Lightspeed(folder).run("bench", "repeat", "--runs=2");

    assertThat(run.err())
        .isEqualTo(
            """
            runs from 1 of 2: -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Duser.language=en, 2 threads
            """);
    assertThat(run.out())
        .matches(
            """
            2 runs of the default suite in 1 JVM, JDK [^ ]+, [0-9]+ cores?
            lightspeed/1 sha256:[0-9a-f]{64}
            false alarms: 0
            """);
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void whoeverKillsItEndsTheLoadToo() throws Exception {
    Lightspeed lightspeed = new Lightspeed(folder);
    Process process = lightspeed.start("bench", "repeat", "--loaded");
    // The first runs start once every core is burnt.
    while (process.isAlive() && Files.size(lightspeed.err()) == 0) {
      Thread.onSpinWait();
    }
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly().waitFor();
    started.forEach(each -> each.onExit().join());

    assertThat(started).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }
}
