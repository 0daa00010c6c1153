package dev.lightspeed.harness.output.html;

import dev.lightspeed.harness.markup.Fragment;
import dev.lightspeed.harness.markup.HtmlWriter;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Direction;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.run.Finding;
import dev.lightspeed.harness.run.Finding.Gate;
import dev.lightspeed.harness.run.Finding.Reading;
import dev.lightspeed.harness.run.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The table at the top of the page: a line a scenario, its main figures with their limits. */
final class HtmlVerdicts {

  private HtmlVerdicts() {}

  static Fragment table(Outcome outcome) {
    HtmlWriter html = new HtmlWriter();
    HtmlReport.scrolled(html, "", "Verdicts").open("table", "class", "verdicts");
    html.element("caption", "Main figures, and below them their limits");
    html.open("thead").open("tr").element("th", "scenario", "scope", "col");
    html.element("th", "verdict", "scope", "col");
    Outcome.MAIN_FIGURES.forEach(figure -> html.element("th", figure.label(), "scope", "col"));
    html.close().close().open("tbody");
    for (String workload : outcome.workloads()) {
      Optional<ScenarioReport> scenario =
          outcome.report().scenarios().stream()
              .filter(each -> each.workload().equals(workload))
              .findFirst();
      html.open("tr").open("th", "scope", "row");
      if (scenario.isPresent()) {
        int index = outcome.report().scenarios().indexOf(scenario.get());
        html.element("a", workload, "href", "#s" + index);
      } else {
        html.text(workload);
      }
      html.close().open("td").fragment(HtmlReport.verdict(outcome.status(workload))).close();
      for (Figure figure : Outcome.MAIN_FIGURES) {
        cell(html, outcome.findings(workload, figure), scenario, figure);
      }
      html.close();
    }
    return html.close().close().close().done();
  }

  private static void cell(
      HtmlWriter html, List<Finding> findings, Optional<ScenarioReport> scenario, Figure figure) {
    if (scenario.isEmpty()) {
      html.element("td", "");
      return;
    }
    boolean failed = findings.stream().anyMatch(Finding::failed);
    html.open("td", "class", failed ? "fail" : "");
    html.text(figure.shown(figure.of(scenario.get())));
    limit(findings).ifPresent(limit -> html.text(" ").element("small", limit(figure, limit)));
    html.close();
  }

  /** The limit that is broken; of one that is kept, the budget's. */
  private static Optional<Reading> limit(List<Finding> findings) {
    Stream<Finding> broken = findings.stream().filter(Finding::failed);
    Stream<Finding> budgets = findings.stream().filter(finding -> finding.gate() != Gate.BASELINE);
    return Stream.concat(broken, budgets)
        .flatMap(finding -> finding.reading().stream())
        .findFirst();
  }

  static String limit(Figure figure, Reading reading) {
    return (figure.direction() == Direction.HIGHER ? "at least " : "at most ")
        + figure.shown(reading.limit());
  }
}
