package dev.lightspeed.harness.flame;

import static dev.lightspeed.harness.attribution.Attributions.CART;
import static dev.lightspeed.harness.attribution.Attributions.kind;
import static dev.lightspeed.harness.attribution.Attributions.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.AttributionDifference;
import dev.lightspeed.harness.attribution.Attributions;
import dev.lightspeed.harness.attribution.RetainedPeak;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.meter.CallTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlamePageTest {

  private static final Attribution ATTRIBUTION = Attributions.ATTRIBUTION;

  @Test
  void everyFrameIsThereWithoutAScriptAsWideAsItsShare() {
    Element graph = parse(FlamePage.of(ATTRIBUTION)).select("#w0 .graph").get(0);

    assertThat(graph.attr("style")).isEqualTo("--rows:6");
    assertThat(graph.select(".f").eachText())
        .startsWith("cart", "add", "Cart.handle", "Cart.add", "Cart.add", "Cart.total")
        .contains("pay", "ArrayList.sort");
    Element add = graph.select(".f.kind").get(1);
    // 85 of 168 units, behind the 2 of the mount
    assertThat(add.attr("style")).isEqualTo("--x:1.1905;--w:50.5952;--y:1");
    assertThat(
            graph.select("[title^=java.util.ArrayList.sort(java.util.Comparator)]").attr("title"))
        .isEqualTo(
            "java.util.ArrayList.sort(java.util.Comparator)\n30 CPU units, 17.9 %; its own 30");
    assertThat(graph.select(".jdk").eachText()).containsExactly("ArrayList.sort");
  }

  @Test
  void theTableBelowNamesTheMethodsAndMarksTheJdk() {
    Element table = parse(FlamePage.of(ATTRIBUTION)).select("#w0 table").get(0);

    assertThat(table.select("tbody tr").eachText())
        .containsExactly(
            "82 48.8 % 48.8 % 0 Cart.total",
            "30 17.9 % 17.9 % 4 ArrayList.sort JDK",
            "27 16.1 % 20.8 % 24 Cart.add",
            "21 12.5 % 98.8 % 16 Cart.handle",
            "8 4.8 % 4.8 % 8 new Cart.Line");
  }

  @Test
  void aDifferentialPageColoursWhatGrewAndWhatShrank() {
    Document more = parse(difference(CART, Attributions.cart(60)));
    Document less = parse(difference(Attributions.cart(60), CART));

    assertThat(more.select("#w0 .f[title^=com.example.Cart.total]").eachAttr("class"))
        .containsExactly("f same", "f g4", "f g4");
    assertThat(less.select("#w0 .f[title^=com.example.Cart.total]").eachAttr("class"))
        .containsExactly("f same", "f s4", "f s4");
    assertThat(more.select("#w0 .f[title^=java.util.ArrayList]").eachAttr("class"))
        .containsExactly("f same");
    assertThat(more.select("#w0 tbody tr").eachText())
        .containsExactly("+40 82 122 +48.8 % Cart.total");
    assertThat(parse(difference(CART, CART)).select("#w0 .empty").text())
        .isEqualTo("No difference: every method did the same work.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "</title><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' style='color:red",
        "<!--<script>",
        "]]>&lt;b&gt;&amp;",
        "\u2028</div>\u0000\u001b[31m",
        "javascript:alert(1)//;}"
      })
  void nothingThatAWorkloadNamesBecomesMarkup(String hostile) throws IOException {
    CallTree evil =
        tree(hostile, 1, 0, tree("com.example." + hostile + ".run(L" + hostile + ";)V", 5, 0));
    WorkloadAttribution workload =
        new WorkloadAttribution(
            "w", 1, 1, List.of(kind(hostile, 2, evil)), new RetainedPeak(0, 0, hostile, List.of()));
    WorkloadAttribution harmless =
        new WorkloadAttribution(
            "w",
            1,
            1,
            List.of(kind("go", 2, tree("go", 1, 0, tree("com.example.A.run(Lx;)V", 5, 0)))),
            new RetainedPeak(0, 0, "go", List.of()));
    for (boolean differential : new boolean[] {false, true}) {
      Document page = parse(differential ? difference(workload, workload) : page(workload));
      Document same = parse(differential ? difference(harmless, harmless) : page(harmless));

      assertThat(page.getAllElements().stream().map(FlamePageTest::shape).toList())
          .isEqualTo(same.getAllElements().stream().map(FlamePageTest::shape).toList());
      assertThat(data(page).at("/names").findValuesAsText("").size()).isZero();
      assertThat(data(page).at("/names").toString()).contains(json(hostile));
    }
  }

  @Test
  void thePageNeedsNothingElseAndRunsNothingElse() throws Exception {
    String html = FlamePage.of(ATTRIBUTION);
    Document page = parse(html);
    String script = page.select("script:not([type])").get(0).data();
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));

    assertThat(page.select("[src], link, iframe, object, embed, img, base")).isEmpty();
    assertThat(page.select("a").eachAttr("href")).containsExactly("#w0", "#w1");
    assertThat(page.select("style").get(0).data()).doesNotContain("url(", "@import");
    assertThat(page.select("meta[http-equiv]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"
                + Base64.getEncoder().encodeToString(hash)
                + "'; base-uri 'none'; form-action 'none'");
    assertThat(page.select("script")).hasSize(2);
    assertThat(html).doesNotContain("http://", "https://", "\r");
  }

  @Test
  void theScriptDrawsFromEveryNodeOfBothRuns() throws IOException {
    JsonNode graph = data(parse(difference(CART, Attributions.cart(60)))).at("/graphs/0");

    assertThat(graph.at("/depths").toString()).isEqualTo("[0,1,2,1,2,3,4,4,5,3,1,2,3,3]");
    assertThat(graph.at("/before/0").toString()).isEqualTo("[0,0,2,0,10,20,5,7,3,40,0,11,40,30]");
    assertThat(graph.at("/now/0").toString()).isEqualTo("[0,0,2,0,10,20,5,7,3,60,0,11,60,30]");
    assertThat(graph.at("/now/1").toString()).isEqualTo("[0,0,0,0,16,24,8,0,0,0,0,0,0,4]");
  }

  @Test
  void aWorkloadWithoutUnitsSaysSo() {
    WorkloadAttribution idle =
        new WorkloadAttribution(
            "idle",
            1,
            1,
            List.of(kind("go", 2, tree("go", 0, 0))),
            new RetainedPeak(0, 0, "go", List.of()));

    assertThat(parse(page(idle)).select("#w0 .empty").text())
        .isEqualTo("No CPU units were counted.");
  }

  @Test
  void thePageIsTheSameEveryTimeAndDrawsNoFrameBelowAPixel() {
    WorkloadAttribution wide =
        new WorkloadAttribution(
            "wide",
            1,
            1,
            List.of(kind("go", 2, Attributions.wide("go", 100_000))),
            new RetainedPeak(0, 0, "go", List.of()));
    String html = page(wide);

    assertThat(page(wide)).isEqualTo(html);
    assertThat(parse(html).select(".f").size()).isBetween(1_000, 5_000);
  }

  private static String page(WorkloadAttribution workload) {
    return FlamePage.of(new Attribution("portable/2", List.of(workload)));
  }

  private static String difference(WorkloadAttribution before, WorkloadAttribution now) {
    return FlamePage.of(
        "portable/2",
        AttributionDifference.between(
            new Attribution("portable/2", List.of(before)),
            new Attribution("portable/2", List.of(now))));
  }

  private static Document parse(String html) {
    return Jsoup.parse(html);
  }

  /** An element without what a name may fill in: its tag and the attributes that it has. */
  private static String shape(Element element) {
    return element.tagName() + element.attributes().asList().stream().map(a -> a.getKey()).toList();
  }

  private static JsonNode data(Document page) throws IOException {
    return new ObjectMapper().readTree(page.select("#data").get(0).data());
  }

  private static String json(String text) throws IOException {
    String quoted = new ObjectMapper().writeValueAsString(text);
    return quoted.substring(1, quoted.length() - 1);
  }
}
