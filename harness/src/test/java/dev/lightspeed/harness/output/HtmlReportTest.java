package dev.lightspeed.harness.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.gate.Verdict;
import dev.lightspeed.harness.output.html.HtmlReport;
import dev.lightspeed.harness.run.Finding;
import dev.lightspeed.harness.run.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as an HTML parser reads it; {@link HtmlReportBrowserTest} looks at it. */
class HtmlReportTest {

  static Stream<String> names() {
    return Outcomes.all().keySet().stream();
  }

  @Test
  void verdictsComeFirstThenTheComparisonThenEachScenario() {
    Document page = page("passed");

    assertThat(page.select("h1").text()).isEqualTo("✓ 2 scenarios passed");
    assertThat(page.select("h2").eachText())
        .containsExactly(
            "Verdicts", "Compared with the baseline", "cart ✓ Passed", "search ✓ Passed");
    assertThat(page.select(".verdicts tbody tr").get(0).select("th, td").eachText())
        .startsWith(
            "cart",
            "✓ Passed",
            "3 ms at most 20 ms",
            "764 events/s at least 100 events/s",
            "51 B at most 60 B",
            "3 KiB at most 4 KiB");
  }

  @Test
  void whatFailedIsNamedAndMarkedNotByColourAlone() {
    Document page = page("over-budget");

    assertThat(page.select("h1").text()).isEqualTo("✗ 2 of 2 scenarios failed");
    assertThat(page.select("ul.fail li").eachText())
        .containsExactlyElementsOf(
            outcome("over-budget").failures().stream().map(Finding::message).toList());
    assertThat(page.select(".verdicts .verdict").eachText())
        .containsExactly("✗ Failed", "✗ Failed");
    assertThat(page.select(".accept")).isEmpty();
  }

  @Test
  void aReportStandsBesideItsBaseline() {
    Document page = page("worse");
    List<String> changes = page.select(".changes tr").eachText();

    assertThat(changes)
        .startsWith(
            "figure baseline now change tolerated result",
            "cart 13 of 22 figures changed",
            "total payload 23,877 B 28,197 B +18.1 % ✗ worse")
        .endsWith("search is what it was");
    assertThat(page.select(".accept").text())
        .isEqualTo("If that is meant to be: " + Outcomes.ACCEPT + ".");
  }

  @Test
  void whatCannotBeComparedSaysWhy() {
    Document page = page("not-comparable");

    assertThat(page.select(".changes .why").eachText())
        .containsExactlyElementsOf(
            outcome("not-comparable").findings(Verdict.FAILED).stream()
                .filter(finding -> finding.subject().equals("scenario"))
                .map(Finding::message)
                .toList())
        .hasSize(3);
    assertThat(page.select("section[aria-labelledby=comparison] li").eachText())
        .containsExactly(
            "com.example.shop.Prices: too large to be instrumented",
            "com.example.shop.Old: too large to be instrumented");
  }

  @Test
  void aScenarioHasItsCharts() {
    Element scenario = page("passed").select("#s0").get(0);

    assertThat(scenario.select("figure figcaption b").eachText())
        .containsExactly("Latency", "Utilisation", "Memory of a session");
    assertThat(scenario.select("figure svg desc").eachText())
        .containsExactly(
            "Half of the events took at most 2 ms, 95 % at most 3 ms, 99 % at most 3 ms; none more"
                + " than 4 ms.",
            "The CPU was busy up to 17.4 % of a slot, the link up to 3.4 %.",
            "Half of the sessions keep at most 400 bytes after the mount and 3,000 bytes at the"
                + " end; the most that any kept is 3,000 bytes.");
    assertThat(scenario.select("text.mark").eachText())
        .containsExactly("p50 2 ms", "p95 3 ms", "p99 3 ms");
    assertThat(scenario.select(".kinds tbody th").eachText())
        .containsExactly("add", "remove", "pay");
    assertThat(scenario.select("[role=img] .graph, .methods table")).hasSize(2);
  }

  @Test
  void whereNobodyHasLookedThereAreNoCharts() {
    Outcome outcome = outcome("passed");
    Document page =
        Jsoup.parse(
            HtmlReport.write(
                new Outcome(
                    outcome.counted(),
                    outcome.report(),
                    outcome.budgets(),
                    outcome.ungated(),
                    outcome.baseline(),
                    List.of())));

    assertThat(page.select("figure, .graph, .methods, .charts")).isEmpty();
    assertThat(page.select("#s0 .figures dt")).hasSize(22);
  }

  @ParameterizedTest
  @MethodSource("names")
  void whoDoesNotSeeThePageCanReadIt(String name) {
    Document page = page(name);

    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.title()).isEqualTo("Performance: " + outcome(name).headline());
    assertThat(page.select("h1, main, header, footer, nav[aria-label]")).hasSize(5);
    for (Element table : page.select("table")) {
      assertThat(table.select("caption").text()).isNotBlank();
    }
    assertThat(page.select("th:not([scope])")).isEmpty();
    for (Element svg : page.select("svg:not([aria-hidden])")) {
      assertThat(svg.attr("role")).isEqualTo("img");
      for (String id : svg.attr("aria-labelledby").split(" ", -1)) {
        assertThat(page.getElementById(id)).as(id).isNotNull();
      }
    }
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(ids))
        .containsAll(
            page.select("a").eachAttr("href").stream().map(each -> each.substring(1)).toList());
  }

  @ParameterizedTest
  @MethodSource("names")
  void thePageNeedsNothingElseAndRunsNothing(String name) {
    String html = HtmlReport.write(outcome(name));
    Document page = Jsoup.parse(html);

    assertThat(page.select("script, [src], link, iframe, object, embed, img, base, form"))
        .isEmpty();
    assertThat(page.select("style").get(0).data()).doesNotContain("url(", "@import", "<");
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
    assertThat(html).startsWith("<!DOCTYPE html>\n").doesNotContain("http://", "https://", "\r");
    assertThat(HtmlReport.write(outcome(name))).isEqualTo(html);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "</style><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' style='color:red",
        "<!--<script>",
        "]]>&lt;b&gt;&amp;",
        "</svg></td></table>\u0000\u001b[31m",
        "javascript:alert(1)//;}"
      })
  void nothingThatSomebodyElseNamesBecomesMarkup(String hostile) {
    Document page = Jsoup.parse(HtmlReport.write(Outcomes.hostile(hostile)));
    Document harmless = Jsoup.parse(HtmlReport.write(Outcomes.hostile("harmless")));

    assertThat(page.getAllElements().stream().map(HtmlReportTest::shape).toList())
        .isEqualTo(harmless.getAllElements().stream().map(HtmlReportTest::shape).toList());
    String seen = hostile.replaceAll("[\u0000\u001b]", "\ufffd");
    assertThat(page.wholeText())
        .contains("cart " + seen, "not counted any more: " + seen, "meant to be: " + seen + ".");
    assertThat(page.select(".kinds tbody th").eachText()).contains(seen);
  }

  private static Document page(String name) {
    return Jsoup.parse(HtmlReport.write(outcome(name)));
  }

  private static Outcome outcome(String name) {
    return Objects.requireNonNull(Outcomes.all().get(name), name);
  }

  /** An element without what a name may fill in: its tag and the attributes that it has. */
  private static String shape(Element element) {
    return element.tagName() + element.attributes().asList().stream().map(a -> a.getKey()).toList();
  }
}
