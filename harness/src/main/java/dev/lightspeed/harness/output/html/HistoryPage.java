package dev.lightspeed.harness.output.html;

import dev.lightspeed.harness.git.Commit;
import dev.lightspeed.harness.history.BaselineVersion;
import dev.lightspeed.harness.history.FigureHistory;
import dev.lightspeed.harness.history.FigureStep;
import dev.lightspeed.harness.history.FigureStep.Kind;
import dev.lightspeed.harness.markup.Fragment;
import dev.lightspeed.harness.markup.HtmlPage;
import dev.lightspeed.harness.markup.HtmlWriter;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * How a figure went, as one page that needs nothing else, like {@link HtmlReport}: a chart, and a
 * table of the commits that changed it. Whatever a commit's subject says is text.
 */
public final class HistoryPage {

  private static final String CSS =
      HtmlReport.CSS + HtmlPage.resource(HistoryPage.class, "history.css");

  private final FigureHistory history;
  private final HtmlWriter html = new HtmlWriter();

  private HistoryPage(FigureHistory history) {
    this.history = history;
  }

  /** The text of the page. */
  public static String write(FigureHistory history) {
    String title = history.workload() + ": " + history.figure().label();
    return HtmlPage.of("History of " + title, CSS, new HistoryPage(history).body(title));
  }

  private Fragment body(String title) {
    html.open("header").element("p", "Lightspeed Harness: history of a figure", "class", "kicker");
    html.element("h1", title).open("dl", "class", "facts");
    HtmlReport.fact(html, "Baseline", history.baseline());
    HtmlReport.fact(html, "Figure", history.name());
    HtmlReport.fact(
        html,
        "Better",
        history.figure().direction() == Direction.HIGHER ? "the higher" : "the lower");
    html.close().close().open("main");
    html.open("section", "aria-labelledby", "over").element("h2", "Over commits", "id", "over");
    html.element("p", history.figure().definition().replace("`", ""), "class", "sum");
    html.open("div", "class", "charts").fragment(HistoryChart.of(history)).close().close();
    changes();
    html.close().open("footer");
    html.element(
        "p",
        "A baseline changes when somebody accepts another one, which may be later than the change"
            + " of the code: the cause is among the commits since the baseline before.");
    return html.close().done();
  }

  private void changes() {
    html.open("section", "aria-labelledby", "changes");
    html.element("h2", "Commits that changed it", "id", "changes");
    List<FigureStep> newestFirst = new ArrayList<>(history.changes());
    Collections.reverse(newestFirst);
    if (newestFirst.isEmpty()) {
      html.element("p", "None did.", "class", "sum").close();
      return;
    }
    HtmlReport.scrolled(html, "", "Commits that changed it").open("table", "class", "steps");
    html.open("thead").open("tr");
    for (String heading : List.of("commit", "date", "before", "now", "change", "result")) {
      html.element("th", heading, "scope", "col");
    }
    html.element("th", "subject", "scope", "col", "class", "subject").close().close();
    html.open("tbody");
    newestFirst.forEach(this::line);
    html.close().close().close().close();
  }

  private void line(FigureStep step) {
    BaselineVersion version = step.version();
    html.open("tr").element("th", version.name(), "scope", "row");
    html.element("td", version.commit().map(Commit::day).orElse(""));
    html.element("td", amount(step.was())).element("td", amount(step.value()));
    html.element("td", step.share());
    html.element("td", step.kind().word(), "class", kind(step.kind()));
    html.open("td", "class", "subject");
    html.element("bdi", version.commit().map(Commit::subject).orElse(""));
    if (!step.reason().isEmpty()) {
      html.text(" ").element("small", step.reason());
    }
    html.close().close();
  }

  private String amount(OptionalLong value) {
    Figure figure = history.figure();
    return value.isPresent() ? figure.shown(value.getAsLong()) : "";
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case WORSE -> "fail";
      case BETTER -> "pass";
      case NOT_COMPARABLE -> "warn";
      case NEW, SAME, GONE, ABSENT -> "none";
    };
  }
}
