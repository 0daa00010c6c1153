package dev.lightspeed.harness.output.html;

import dev.lightspeed.harness.flame.FlameFigure;
import dev.lightspeed.harness.gate.Verdict;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.markup.Fragment;
import dev.lightspeed.harness.markup.HtmlPage;
import dev.lightspeed.harness.markup.HtmlWriter;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ReportSignature;
import dev.lightspeed.harness.run.Outcome;
import dev.lightspeed.harness.text.Numbers;

/**
 * The outcome as one page that needs nothing else: no other file, no network and no script, which
 * it forbids itself. It can be printed, read aloud, and read in the dark.
 *
 * <p>First what the gates say, then the comparison with the baseline, then every scenario. All text
 * goes through {@link HtmlWriter}, which escapes it.
 */
public final class HtmlReport {

  /** The style sheet that all pages share. */
  static final String CSS = HtmlPage.resource(HtmlReport.class, "report.css");

  private final Outcome outcome;
  private final HtmlWriter html = new HtmlWriter();

  private HtmlReport(Outcome outcome) {
    this.outcome = outcome;
  }

  /** The text of the page. */
  public static String write(Outcome outcome) {
    return HtmlPage.of(
        "Performance: " + outcome.headline(),
        CSS + FlameFigure.css(),
        new HtmlReport(outcome).body());
  }

  private Fragment body() {
    header();
    html.open("main");
    verdicts();
    outcome.comparison().ifPresent(comparison -> html.fragment(HtmlComparison.of(comparison)));
    for (int i = 0; i < outcome.report().scenarios().size(); i++) {
      html.fragment(HtmlScenario.of(outcome, i));
    }
    html.close();
    footer();
    return html.done();
  }

  private void header() {
    Report report = outcome.report();
    html.open("header");
    html.element("p", "Lightspeed Harness: performance report", "class", "kicker");
    html.open("h1")
        .open("span", "class", "verdict " + kind(outcome.status()), "aria-hidden", "true");
    html.text(sign(outcome.status())).close().text(" " + sentence(outcome.headline())).close();
    html.open("dl", "class", "facts");
    fact(html, "Profile", profile(report.profile()));
    fact(html, "Counted with", report.meter());
    outcome.comparison().ifPresent(comparison -> fact(html, "Baseline", comparison.baseline()));
    fact(html, "Signature", ReportSignature.of(report));
    html.close();
    html.open("nav", "aria-label", "Scenarios");
    for (int i = 0; i < report.scenarios().size(); i++) {
      html.element("a", report.scenarios().get(i).workload(), "href", "#s" + i);
    }
    html.close().close();
  }

  private void verdicts() {
    html.open("section", "aria-labelledby", "verdicts");
    html.element("h2", "Verdicts", "id", "verdicts");
    html.fragment(HtmlVerdicts.table(outcome));
    if (!outcome.failures().isEmpty()) {
      html.element("h3", "What failed").open("ul", "class", "fail");
      outcome.failures().forEach(failure -> html.element("li", failure.message()));
      html.close();
    }
    if (outcome.failsBaseline()) {
      html.element("p", "If that is meant to be: " + outcome.accept() + ".", "class", "sum accept");
    }
    if (!outcome.ungated().isEmpty()) {
      html.element("h3", outcome.ungatedTitle()).open("ul", "class", "none");
      outcome.ungated().forEach(each -> html.element("li", each.inWords()));
      html.close();
    }
    if (!outcome.report().uncounted().isEmpty()) {
      html.element("h3", "Not counted").open("ul", "class", "warn");
      outcome.report().uncounted().forEach(each -> html.element("li", each));
      html.close();
    }
    html.close();
  }

  private void footer() {
    html.open("footer");
    html.element(
        "p",
        "Nothing here comes from a clock. Work was counted and played back on a virtual machine,"
            + " whose milliseconds are for comparing, not for sizing servers; the same code gives"
            + " the same figures and the same signature everywhere.");
    html.close();
  }

  /** Adds a name and a value to a list of facts. */
  static void fact(HtmlWriter html, String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close();
  }

  /** Opens what may be scrolled sideways where it is too wide, by keyboard too. */
  static HtmlWriter scrolled(HtmlWriter html, String kind, String label) {
    return html.open(
        "div",
        "class",
        kind.isEmpty() ? "scroll" : "scroll " + kind,
        "tabindex",
        "0",
        "role",
        "region",
        "aria-label",
        label);
  }

  /** A word and a sign, so that the colour is not needed. */
  static Fragment verdict(Verdict verdict) {
    HtmlWriter html = new HtmlWriter().open("span", "class", "verdict " + kind(verdict));
    html.element("span", sign(verdict), "aria-hidden", "true");
    return html.text(" " + title(verdict)).close().done();
  }

  private static String kind(Verdict verdict) {
    return switch (verdict) {
      case PASSED, BETTER, TOLERATED -> "pass";
      case FAILED -> "fail";
      case NOT_GATED -> "none";
    };
  }

  private static String sign(Verdict verdict) {
    return switch (verdict) {
      case PASSED, BETTER, TOLERATED -> "✓";
      case FAILED -> "✗";
      case NOT_GATED -> "–";
    };
  }

  private static String title(Verdict verdict) {
    return sentence(verdict.word());
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String profile(Profile profile) {
    return profile.name()
        + ": "
        + Numbers.grouped(profile.cpuUnits())
        + " CPU units/ms, "
        + Numbers.grouped(profile.ioUnits())
        + " B/ms, "
        + Numbers.grouped(profile.memoryUnits())
        + " KiB";
  }
}
