package dev.lightspeed.bench.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.file.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedBlockTest {

  @TempDir private Path folder;
  private Path page;

  @BeforeEach
  void name() {
    page = folder.resolve("page.md");
  }

  @Test
  void onlyWhatStandsBetweenTheMarksIsReplaced() throws IOException {
    Files.writeString(page, "a\n<!-- t -->\nold\n\nolder\n<!-- /t -->\nz\n");
    MarkedBlock block = MarkedBlock.of("--write", page, "t");
    block.write("one\n");
    block.write("two\nthree\n");

    assertThat(page).hasContent("a\n<!-- t -->\n```text\ntwo\nthree\n```\n<!-- /t -->\nz\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                                | has no line <!-- t -->
          `<!-- t -->\\n`                                   | has no line <!-- /t -->
          `<!-- t -->\\n<!-- t -->\\n<!-- /t -->\\n`        | has two lines <!-- t -->
          `<!-- /t -->\\n<!-- t -->\\n`                     | has <!-- /t --> before <!-- t -->
          """)
  void aPageThatDoesNotHaveThePartOnceIsRefused(String text, String found) throws IOException {
    Files.writeString(page, text.replace("\\n", "\n"));

    assertRefused(found);
  }

  @Test
  void aPageThatIsNotThereIsRefused() {
    assertRefused("does not exist");
  }

  @Test
  void aPageThatIsNoTextIsRefused() throws IOException {
    Files.write(page, new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThatThrownBy(() -> MarkedBlock.of("--write", page, "t"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("--write: '" + page + "' cannot be read as UTF-8 text: ");
  }

  private void assertRefused(String found) {
    assertThatThrownBy(() -> MarkedBlock.of("--write", page, "t"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "--write: '"
                + page
                + "' "
                + found
                + ": name a page with a part between the lines <!-- t --> and <!-- /t -->");
  }
}
