package dev.lightspeed.harness.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.output.data.BenchmarkJson;
import dev.lightspeed.harness.output.data.FiguresCsv;
import dev.lightspeed.harness.output.data.JunitXml;
import dev.lightspeed.harness.output.data.ResultJson;
import dev.lightspeed.harness.output.html.Badge;
import dev.lightspeed.harness.output.html.HtmlReport;
import dev.lightspeed.harness.output.text.GithubAnnotations;
import dev.lightspeed.harness.output.text.MarkdownSummary;
import dev.lightspeed.harness.run.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every output of a run that passes, of every way to fail, and of one that is not gated, as the
 * documentation shows them. {@code -Dlightspeed.updateDocs=true} writes them anew, never where
 * {@code CI} is set.
 */
class OutputExamplesTest {

  private static final Path FOLDER = Path.of("..", "docs", "examples");
  private static final boolean UPDATE =
      Boolean.getBoolean("lightspeed.updateDocs") && System.getenv("CI") == null;

  private static final Map<String, Function<Outcome, String>> FILES = files();

  @TestFactory
  List<DynamicTest> everyExampleIsWhatIsWritten() {
    List<DynamicTest> tests = new ArrayList<>();
    Outcomes.all()
        .forEach(
            (name, outcome) ->
                FILES.forEach(
                    (file, output) -> {
                      Path path = FOLDER.resolve(name).resolve(file);
                      tests.add(
                          DynamicTest.dynamicTest(
                              name + "/" + file, () -> check(path, output.apply(outcome))));
                    }));
    return tests;
  }

  @Test
  void thereIsNoOtherExample() throws IOException {
    List<String> expected = new ArrayList<>();
    for (String name : Outcomes.all().keySet()) {
      FILES.keySet().forEach(file -> expected.add(name + "/" + file));
    }
    try (Stream<Path> files = Files.walk(FOLDER)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> FOLDER.relativize(file).toString().replace('\\', '/')))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static void check(Path file, String text) throws IOException {
    if (UPDATE) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(text).endsWith("\n").doesNotContain("\r");
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  private static Map<String, Function<Outcome, String>> files() {
    Map<String, Function<Outcome, String>> files = new LinkedHashMap<>();
    files.put("result.json", ResultJson::write);
    files.put("junit.xml", JunitXml::write);
    files.put("summary.md", MarkdownSummary::write);
    files.put("annotations.txt", GithubAnnotations::write);
    files.put("badge.svg", Badge::write);
    files.put("figures.csv", FiguresCsv::write);
    files.put("benchmark.json", BenchmarkJson::write);
    files.put("report.html", HtmlReport::write);
    return Collections.unmodifiableMap(files);
  }
}
