package dev.lightspeed.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class GoldenTest {

  @Test
  void isUpdatedOnlyWhenAskedTo() {
    assertThat(Golden.mayUpdate("true", null)).isTrue();
    assertThat(Golden.mayUpdate(null, null)).isFalse();
    assertThat(Golden.mayUpdate("", null)).isFalse();
    assertThat(Golden.mayUpdate("false", null)).isFalse();
  }

  @Test
  void isNeverUpdatedInCi() {
    assertThat(Golden.mayUpdate("true", "true")).isFalse();
    assertThat(Golden.mayUpdate("true", "")).isFalse();
  }

  @Test
  void refusesADifferenceAndLeavesTheFile() throws IOException {
    String kept = Files.readString(Golden.file("profile-2.json"));

    assertThatThrownBy(() -> Golden.assertHolds("profile-2.json", kept + " ", false))
        .isInstanceOf(AssertionError.class);

    assertThat(Files.readString(Golden.file("profile-2.json"))).isEqualTo(kept);
  }
}
