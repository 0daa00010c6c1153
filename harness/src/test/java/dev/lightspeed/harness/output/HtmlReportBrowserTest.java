package dev.lightspeed.harness.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lightspeed.harness.output.html.HtmlReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page as a browser shows it. Another page opens it in a frame and measures it, because it runs
 * no script itself.
 */
class HtmlReportBrowserTest {

  private static final String LIGHT = "--blink-settings=preferredColorScheme=1";
  private static final String DARK = "--blink-settings=preferredColorScheme=0";

  @TempDir Path folder;
  private Optional<Browser> browser = Optional.empty();

  @BeforeEach
  void findABrowser() {
    browser = Browser.find(folder);
    assumeTrue(
        browser.isPresent(),
        "no Chromium on the path, and LIGHTSPEED_BROWSER does not name one: nobody looks at pages");
  }

  @ParameterizedTest
  @CsvSource({"passed, 1280", "passed, 400", "worse, 1280", "not-comparable, 400"})
  void textStandsOutInLightAndDarkAndNothingIsWiderThanTheScreen(String name, int width)
      throws Exception {
    JsonNode light = measure(name, width, LIGHT);
    JsonNode dark = measure(name, width, DARK);

    assertThat(light.get("background").asText()).isEqualTo("rgb(251, 250, 248)");
    assertThat(dark.get("background").asText()).isEqualTo("rgb(20, 22, 26)");
    for (JsonNode seen : new JsonNode[] {light, dark}) {
      assertThat(seen.get("texts").asInt()).isGreaterThan(50);
      assertThat(seen.get("faint")).isEmpty();
      assertThat(seen.get("pageWidth").asInt()).isLessThanOrEqualTo(width);
    }
  }

  @Test
  void aHostilePageRunsNothing() throws Exception {
    String hostile =
        "</title></style></svg><script>document.title='run'</script>"
            + "<img src=x onerror=\"document.title='run'\">";
    Path page = folder.resolve("hostile.html");
    Files.writeString(page, HtmlReport.write(Outcomes.hostile(hostile)));

    assertThat(Jsoup.parse(browser().dom(page)).title()).startsWith("Performance: ");
  }

  @Test
  void thePageCanBePrinted() throws Exception {
    Path page = Files.writeString(folder.resolve("page.html"), html("passed"));
    Path pdf = folder.resolve("page.pdf");
    browser().print(page, pdf);

    assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
  }

  private JsonNode measure(String name, int width, String scheme) throws Exception {
    Files.writeString(folder.resolve("page.html"), html(name));
    Path frame =
        Files.writeString(
            folder.resolve("frame.html"), resource("measure.html").replace("WIDTH", "" + width));
    String json =
        Jsoup.parse(browser().dom(frame, scheme, "--virtual-time-budget=5000"))
            .select("#seen")
            .text();
    return new ObjectMapper().readTree(json);
  }

  private Browser browser() {
    return browser.orElseThrow();
  }

  private static String html(String name) {
    return HtmlReport.write(Objects.requireNonNull(Outcomes.all().get(name), name));
  }

  private static String resource(String name) throws IOException {
    return Files.readString(Path.of("src", "test", "resources", "browser", name));
  }
}
