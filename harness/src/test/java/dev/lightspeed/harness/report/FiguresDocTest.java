package dev.lightspeed.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The table of figures in the documentation is that of the code. {@code
 * -Dlightspeed.updateDocs=true} writes it anew, never where {@code CI} is set.
 */
class FiguresDocTest {

  private static final Path DOC = Path.of("..", "docs", "COUNTERS.md");
  private static final String START = "<!-- figures -->\n";
  private static final String END = "<!-- /figures -->\n";

  @Test
  void everyPublishedFigureIsThatOfTheCode() throws IOException {
    String text = Files.readString(DOC);
    int from = text.indexOf(START) + START.length();
    int to = text.indexOf(END);
    if (Boolean.getBoolean("lightspeed.updateDocs") && System.getenv("CI") == null) {
      Files.writeString(DOC, text.substring(0, from) + table() + text.substring(to));
      return;
    }

    assertThat(text.substring(from, to)).isEqualTo(table());
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder(
            "| figure | JSON | unit | better | definition |\n|---|---|---|---|---|\n");
    for (Figure figure : Figure.values()) {
      String better =
          switch (figure.direction()) {
            case LOWER -> "lower";
            case HIGHER -> "higher";
            case SIZE -> "";
          };
      table.append(
          "| %s | `%s` | %s | %s | %s |\n"
              .formatted(figure.label(), figure.key(), figure.unit(), better, figure.definition()));
    }
    return table.toString();
  }
}
