package dev.lightspeed.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A block of a page behind {@code <!-- part: F -->} stands in that file, however indented. */
class DocumentedPartsTest {

  private static final Path TOP = Path.of("..");
  private static final Pattern PART =
      Pattern.compile("<!-- part: (\\S+) -->\\n```\\w+\\n(.*?)```\\n", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/JUNIT.md"})
  void everyPartStandsInItsFile(String page) throws IOException {
    Matcher part = PART.matcher(Files.readString(TOP.resolve(page)));
    int parts = 0;
    while (part.find()) {
      String shown = part.group(2);
      String file = Files.readString(TOP.resolve(part.group(1)));
      List<String> indented = IntStream.range(0, 12).mapToObj(by -> indent(shown, by)).toList();

      assertThat(indented).as("%s: %s", page, shown).anyMatch(file::contains);
      parts++;
    }
    assertThat(parts).as("parts of %s", page).isPositive();
  }

  private static String indent(String text, int by) {
    return text.replaceAll("(?m)^(?=.)", " ".repeat(by));
  }
}
