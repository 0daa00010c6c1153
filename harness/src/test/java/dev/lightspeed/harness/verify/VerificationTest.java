package dev.lightspeed.harness.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.trace.TraceOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationTest {

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 1", "3, 1", "64, 1"})
  void countsAgainOnAnotherNumberOfThreadsAndInAnotherOrder(int threads, int others) {
    TraceOptions again = Verification.again(new TraceOptions(threads, false, 77, events -> {}));

    assertThat(again.threads()).isEqualTo(others);
    assertThat(again.reversed()).isTrue();
    assertThat(again.unitLimitPerStep()).isEqualTo(77);
  }
}
