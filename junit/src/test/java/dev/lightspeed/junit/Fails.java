package dev.lightspeed.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts how assertions fail. */
final class Fails {

  private Fails() {}

  /** Asserts that {@code assertion} fails with exactly this message. */
  static void assertFails(ThrowingCallable assertion, String... lines) {
    assertThatThrownBy(assertion)
        .isExactlyInstanceOf(AssertionError.class)
        .hasMessage(String.join("\n", lines));
  }
}
