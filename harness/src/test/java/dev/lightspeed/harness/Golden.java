package dev.lightspeed.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Files of every format version that was ever published. They are kept for ever: a reader must go
 * on reading them, a writer must go on writing the same bytes. {@code
 * -Dlightspeed.updateGolden=true} writes them anew, never where {@code CI} is set.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /** The golden file {@code name}. */
  public static Path file(String name) {
    return FOLDER.resolve(name);
  }

  /** Asserts that {@code text} is what the golden file {@code name} holds. */
  public static void assertHolds(String name, String text) {
    assertHolds(
        name, text, mayUpdate(System.getProperty("lightspeed.updateGolden"), System.getenv("CI")));
  }

  static void assertHolds(String name, String text, boolean update) {
    try {
      if (update) {
        Files.writeString(file(name), text);
      }
      assertThat(text).isEqualTo(Files.readString(file(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only if asked to, in one exact word, and never in CI. */
  static boolean mayUpdate(@Nullable String property, @Nullable String ci) {
    return "true".equals(property) && ci == null;
  }
}
