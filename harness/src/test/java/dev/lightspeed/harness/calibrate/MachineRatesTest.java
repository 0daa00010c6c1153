package dev.lightspeed.harness.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.machine.Calibration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineRatesTest {

  @Test
  void theErrorIsTheLargestAndRoundedAgainstTheMeter() {
    MachineRates rates =
        new MachineRates(
            "portable/1",
            "21.0.1",
            List.of(
                new WorkloadRate("a", 2_000, 1_000, true),
                new WorkloadRate("b", 6_002, 2_000, true),
                new WorkloadRate("c", 5_999, 3_000, true),
                new WorkloadRate("d", 7_001, 1_500, true)));

    assertThat(rates.calibration())
        .isEqualTo(
            new Calibration("portable/1", "21.0.1", 4, 1_999_667, 2_000_000, 4_667_333, 134));
  }

  @Test
  void whatIsSlowerThanTheMedianIsAnErrorToo() {
    MachineRates rates =
        new MachineRates(
            "portable/1",
            "21.0.1",
            List.of(
                new WorkloadRate("a", 100, 1_000_000, true),
                new WorkloadRate("b", 400, 1_000_000, false),
                new WorkloadRate("c", 401, 1_000_000, true)));

    assertThat(rates.calibration().errorPercent()).isEqualTo(75);
  }
}
