package dev.lightspeed.harness.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.machine.CalibratedProfile;
import dev.lightspeed.harness.machine.Calibration;
import dev.lightspeed.harness.machine.Profile;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineProfileTest {

  @Test
  void hasTheMedianRateAndWhatIsGiven() {
    Calibration calibration =
        new Calibration("portable/1", "21.0.1", 4, 1_999_667, 2_000_000, 4_667_333, 134);

    assertThat(MachineProfile.of(calibration, 100, 512))
        .isEqualTo(
            new CalibratedProfile(
                new Profile("calibrated", 2_000_000, 12_500, 524_288), Optional.of(calibration)));
  }

  @Test
  void thereIsMemoryEverywhere() {
    assertThat(MachineProfile.defaultMemoryMib()).isPositive();
  }
}
