package dev.lightspeed.harness.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassTimerTest {

  /** What it says depends on the machine; that it runs the pass and ends does not. */
  @Test
  void runsThePassAndTellsATime() throws Exception {
    int[] passes = new int[1];
    Timing timing = PassTimer.quick().time(() -> passes[0]++);

    assertThat(timing.nsPerPass()).isPositive();
    assertThat(passes[0]).isGreaterThan(25);
  }
}
