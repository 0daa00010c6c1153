package dev.lightspeed.cli.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.machine.CalibratedProfile;
import dev.lightspeed.harness.machine.Calibration;
import dev.lightspeed.harness.machine.Profile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineProfileTest {

  @Test
  void hasTheMedianRateAndEveryRoundingAgainstTheMeter() {
    List<Sample> samples =
        List.of(
            new Sample("a", "f", true, 1_000, true, 2_000, 2_000),
            new Sample("b", "f", false, 2_000, true, 6_002, 6_002),
            new Sample("c", "f", true, 3_000, true, 5_999, 5_999),
            new Sample("d", "f", false, 1_500, true, 7_001, 7_001));

    assertThat(
            MachineProfile.of(
                new ProgramTiming("portable/1", "21.0.1", samples), Accuracy.of(samples), 100, 512))
        .isEqualTo(
            new CalibratedProfile(
                new Profile("calibrated", 2_000_000, 12_500, 524_288),
                Optional.of(
                    new Calibration(
                        "portable/1",
                        "21.0.1",
                        4,
                        2_000,
                        10_000,
                        -10_000,
                        1_999_667,
                        2_000_000,
                        4_667_333,
                        1,
                        134))));
  }

  @Test
  void thereIsMemoryEverywhere() {
    assertThat(MachineProfile.defaultMemoryMib()).isPositive();
  }
}
