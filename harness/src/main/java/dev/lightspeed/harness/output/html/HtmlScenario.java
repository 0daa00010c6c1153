package dev.lightspeed.harness.output.html;

import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.flame.FlameFigure;
import dev.lightspeed.harness.markup.Fragment;
import dev.lightspeed.harness.markup.HtmlWriter;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Direction;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.run.Finding.Gate;
import dev.lightspeed.harness.run.Finding.Reading;
import dev.lightspeed.harness.run.Outcome;
import dev.lightspeed.harness.run.ScenarioTimeline;
import dev.lightspeed.harness.text.Numbers;
import java.util.Optional;
import java.util.OptionalLong;

/** One scenario of the page: its charts where they are known, all its figures, its flame graph. */
final class HtmlScenario {

  private final Outcome outcome;
  private final ScenarioReport scenario;
  private final String id;
  private final HtmlWriter html = new HtmlWriter();

  private HtmlScenario(Outcome outcome, int index) {
    this.outcome = outcome;
    this.scenario = outcome.report().scenarios().get(index);
    this.id = "s" + index;
  }

  static Fragment of(Outcome outcome, int index) {
    return new HtmlScenario(outcome, index).section();
  }

  private Fragment section() {
    Optional<ScenarioTimeline> timeline =
        outcome.timelines().stream()
            .filter(each -> each.workload().equals(scenario.workload()))
            .findFirst();
    html.open("section", "id", id, "aria-labelledby", id + "-h");
    html.open("h2", "id", id + "-h").text(scenario.workload() + " ");
    html.fragment(HtmlReport.verdict(outcome.status(scenario.workload()))).close();
    html.element(
        "p",
        Numbers.counted(scenario.sessionCount(), "session")
            + " × "
            + Numbers.counted(scenario.eventsPerSession(), "event")
            + " = "
            + Numbers.counted(scenario.totalEvents(), "event"),
        "class",
        "sum");
    timeline.ifPresent(this::charts);
    figures();
    timeline.flatMap(ScenarioTimeline::attribution).ifPresent(this::flame);
    return html.close().done();
  }

  private void charts(ScenarioTimeline timeline) {
    html.open("div", "class", "charts");
    html.fragment(
        Charts.latency(id + "-latency", timeline.replay().latency(), scenario, p95Limit()));
    html.fragment(Charts.busy(id + "-busy", timeline.replay()));
    html.fragment(Charts.memory(id + "-memory", timeline.memory()));
    if (!timeline.eventTypes().isEmpty()) {
      html.fragment(Charts.eventTypes(timeline.eventTypes()));
    }
    html.close();
  }

  private void flame(WorkloadAttribution attribution) {
    html.element("h3", "Where the work went");
    html.element(
        "p",
        "CPU units of the distinct sessions, mounts included: "
            + attribution.size()
            + ". A frame is as wide as the share of the method and all that it calls;"
            + " grey is the JDK.",
        "class",
        "sum");
    html.open(
        "div",
        "role",
        "img",
        "aria-label",
        "Flame graph of " + scenario.workload() + "; the table below has its main methods");
    html.fragment(FlameFigure.graph(attribution)).close();
    HtmlReport.scrolled(html, "methods", "Methods of " + scenario.workload());
    html.fragment(FlameFigure.methods(attribution)).close();
  }

  private OptionalLong p95Limit() {
    return outcome.findings(scenario.workload()).stream()
        .filter(finding -> finding.gate() == Gate.BUDGET)
        .flatMap(finding -> finding.reading().stream())
        .filter(reading -> reading.figure() == Figure.P95_LATENCY)
        .mapToLong(Reading::limit)
        .findFirst();
  }

  private void figures() {
    html.element("h3", "Every figure").open("dl", "class", "figures");
    for (Figure figure : Figure.values()) {
      if (figure.direction() != Direction.SIZE) {
        html.open("div").element("dt", figure.label(), "title", figure.definition());
        html.element("dd", figure.shown(figure.of(scenario))).close();
      }
    }
    html.close();
  }
}
