package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code calibrate} of the packaged command. What it measures depends on the machine. */
class CalibrateIT {

  @Test
  void measuresThisMachineAndWritesAProfileForRun(@TempDir Path folder) {
    Lightspeed lightspeed = new Lightspeed(folder);
    CommandRun calibrated =
        lightspeed.run("calibrate", "--rounds=1", "--out", "profile.json", "--memory=512");
    CommandRun run = lightspeed.run("run", "--workload=counter", "--profile=profile.json");

    assertThat(calibrated.exitCode()).as(calibrated.err()).isZero();
    assertThat(calibrated.out())
        .matches(
            "(?s)meter portable/2, JDK [^\\n]+\n\nworkload +units/ms +error\n"
                + "counter +[0-9,]+ +[+-][0-9]+ %\n"
                + "crud_table .*\nstream_heavy_list .*\nform_heavy_flow .*\n\n"
                + "median [0-9,]+ units/ms, which predicts their CPU times within [0-9]+ %\n.*"
                + "written to profile.json: CPU measured; link 1,000 Mbit/s and memory 512 MiB"
                + " given\n");
    assertThat(calibrated.err()).startsWith("counting 4 workloads...\n");
    assertThat(lightspeed.file("profile.json")).contains("\"errorPercent\": ");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("profile calibrated: ").contains(" 524,288 KiB\n");
  }
}
