package dev.lightspeed.harness.output.html;

import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.gate.FigureComparison;
import dev.lightspeed.harness.gate.ScenarioComparison;
import dev.lightspeed.harness.gate.Verdict;
import dev.lightspeed.harness.markup.Fragment;
import dev.lightspeed.harness.markup.HtmlWriter;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.text.Percent;
import java.util.List;

/** The report beside its baseline: every figure that changed, and how many did not. */
final class HtmlComparison {

  private HtmlComparison() {}

  static Fragment of(Comparison comparison) {
    HtmlWriter html = new HtmlWriter();
    html.open("section", "aria-labelledby", "comparison");
    html.element("h2", "Compared with the baseline", "id", "comparison");
    if (comparison.isSame()) {
      html.element("p", "Every figure is what it was.", "class", "sum");
      return html.close().done();
    }
    HtmlReport.scrolled(html, "", "Compared with the baseline").open("table", "class", "changes");
    html.element("caption", "Every figure that has changed");
    html.open("thead").open("tr");
    for (String heading : List.of("figure", "baseline", "now", "change", "tolerated", "result")) {
      html.element("th", heading, "scope", "col");
    }
    html.close().close();
    comparison.scenarios().forEach(scenario -> scenario(html, scenario));
    html.close().close();
    coverage(html, "Not counted any more", "fail", comparison.notCountedAnyMore());
    coverage(html, "Counted now, and not in the baseline", "pass", comparison.countedNow());
    return html.close().done();
  }

  private static void scenario(HtmlWriter html, ScenarioComparison scenario) {
    List<FigureComparison> changed =
        scenario.figures().stream().filter(each -> each.verdict() != Verdict.PASSED).toList();
    html.open("tbody").open("tr").open("th", "scope", "rowgroup", "colspan", "6");
    html.text(scenario.workload() + " ").element("span", size(scenario, changed.size()));
    html.close().close();
    scenario
        .notCompared()
        .ifPresent(
            why -> html.open("tr").element("td", why, "class", "fail why", "colspan", "6").close());
    changed.forEach(each -> line(html, each));
    html.close();
  }

  private static String size(ScenarioComparison scenario, int changed) {
    if (scenario.notCompared().isPresent()) {
      return "cannot be compared";
    }
    return changed == 0
        ? "is what it was"
        : changed + " of " + scenario.figures().size() + " figures changed";
  }

  private static void line(HtmlWriter html, FigureComparison comparison) {
    Figure figure = comparison.figure();
    long before = comparison.before();
    html.open("tr").element("th", figure.label(), "scope", "row");
    html.element("td", figure.shown(before));
    html.element("td", figure.shown(comparison.now()));
    html.element("td", Percent.growth(before, comparison.now()));
    html.element("td", comparison.limit() == before ? "" : figure.shown(comparison.limit()));
    html.element("td", word(comparison.verdict()), "class", kind(comparison.verdict())).close();
  }

  private static void coverage(HtmlWriter html, String title, String kind, List<String> classes) {
    if (!classes.isEmpty()) {
      html.element("h3", title).open("ul", "class", kind);
      classes.forEach(each -> html.element("li", each));
      html.close();
    }
  }

  private static String kind(Verdict verdict) {
    return switch (verdict) {
      case PASSED, NOT_GATED -> "none";
      case BETTER -> "pass";
      case TOLERATED -> "warn";
      case FAILED -> "fail";
    };
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case PASSED, NOT_GATED -> "same";
      case BETTER -> "better";
      case TOLERATED -> "tolerated";
      case FAILED -> "✗ worse";
    };
  }
}
