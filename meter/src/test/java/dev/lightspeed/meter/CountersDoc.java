package dev.lightspeed.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The tables of docs/COUNTERS.md, which the tests of what is in them make from the code. {@code
 * -Dlightspeed.updateDocs=true} writes them.
 */
public final class CountersDoc {

  private static final Path DOC = Path.of("..", "docs", "COUNTERS.md");

  private CountersDoc() {}

  /** Holds the table {@code name} against {@code expected}. */
  public static void check(String name, String expected) throws IOException {
    String start = "<!-- " + name + " -->\n";
    String end = "<!-- /" + name + " -->\n";
    String text = Files.readString(DOC);
    int from = text.indexOf(start) + start.length();
    int to = text.indexOf(end);
    if (Boolean.getBoolean("lightspeed.updateDocs") && System.getenv("CI") == null) {
      Files.writeString(DOC, text.substring(0, from) + expected + text.substring(to));
      return;
    }
    assertThat(text.substring(from, to)).isEqualTo(expected);
  }
}
