package dev.lightspeed.harness.output.text;

import dev.lightspeed.harness.gate.Verdict;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.ReportSignature;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.run.Finding;
import dev.lightspeed.harness.run.Outcome;
import dev.lightspeed.harness.run.Ungated;
import dev.lightspeed.harness.text.Percent;
import java.util.List;
import java.util.Optional;

/**
 * The outcome for a pull request or a job summary (GitHub Flavored Markdown): the verdict, what
 * failed, a table, and what else has changed.
 */
public final class MarkdownSummary {

  private final StringBuilder text = new StringBuilder();
  private final Outcome outcome;

  private MarkdownSummary(Outcome outcome) {
    this.outcome = outcome;
  }

  /** The text of the file. */
  public static String write(Outcome outcome) {
    return new MarkdownSummary(outcome).page();
  }

  private String page() {
    text.append("### ").append(icon(outcome.status())).append(" Performance: ");
    text.append(escaped(outcome.headline())).append("\n\n");
    list("Failed", Verdict.FAILED);
    if (outcome.failsBaseline()) {
      text.append("If that is meant to be: ").append(escaped(outcome.accept())).append(".\n\n");
    }
    table();
    list("Worse than the baseline, and tolerated", Verdict.TOLERATED);
    list("Better than the baseline", Verdict.BETTER);
    for (Ungated each : outcome.ungated()) {
      text.append(outcome.ungatedTitle()).append(": `").append(each.workload()).append("` ");
      text.append(escaped(each.reason())).append(".\n\n");
    }
    outcome
        .comparison()
        .ifPresent(
            comparison ->
                text.append("Compared with ").append(escaped(comparison.baseline())).append(". "));
    text.append("Counted with `").append(outcome.report().meter()).append("`.\n");
    text.append("Signature: `").append(ReportSignature.of(outcome.report())).append("`\n");
    return text.toString();
  }

  private void list(String title, Verdict verdict) {
    List<Finding> findings = outcome.findings(verdict);
    if (findings.isEmpty()) {
      return;
    }
    text.append("**").append(title).append("**\n\n");
    for (Finding finding : findings) {
      text.append("- ").append(escaped(finding.message())).append('\n');
    }
    text.append('\n');
  }

  private void table() {
    text.append("| scenario | verdict |");
    Outcome.MAIN_FIGURES.forEach(figure -> text.append(' ').append(figure.label()).append(" |"));
    text.append("\n|---|---|").append("--:|".repeat(Outcome.MAIN_FIGURES.size())).append('\n');
    for (ScenarioReport scenario : outcome.report().scenarios()) {
      Verdict verdict = outcome.status(scenario.workload());
      text.append("| `").append(scenario.workload()).append("` | ").append(icon(verdict));
      text.append(' ').append(verdict.word()).append(" |");
      for (Figure figure : Outcome.MAIN_FIGURES) {
        text.append(' ').append(cell(scenario, figure)).append(" |");
      }
      text.append('\n');
    }
    text.append('\n');
  }

  /** The figure, in bold where it failed, and by how much it has changed. */
  private String cell(ScenarioReport scenario, Figure figure) {
    long value = figure.of(scenario);
    String amount = figure.shown(value);
    List<Finding> findings = outcome.findings(scenario.workload(), figure);
    String shown = findings.stream().anyMatch(Finding::failed) ? "**" + amount + "**" : amount;
    Optional<String> change =
        findings.stream()
            .flatMap(finding -> finding.reading().stream())
            .filter(read -> read.baseline().isPresent() && read.baseline().getAsLong() != value)
            .map(read -> " (" + Percent.growth(read.baseline().getAsLong(), value) + ")")
            .findFirst();
    return shown + change.orElse("");
  }

  private static String icon(Verdict verdict) {
    return switch (verdict) {
      case PASSED, BETTER, TOLERATED -> "✅";
      case FAILED -> "❌";
      case NOT_GATED -> "⚪";
    };
  }

  /**
   * Text that is no markup, mentions nobody and links to nothing: names of files and classes are
   * somebody else's.
   */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '@') {
                escaped.append("&#64;");
              } else if (Character.isISOControl(c)) {
                escaped.append(' ');
              } else {
                if ("\\`*_{}[]<&#|~".indexOf(c) >= 0) {
                  escaped.append('\\');
                }
                escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }
}
