package dev.lightspeed.harness.output;

import dev.lightspeed.harness.output.data.BenchmarkJson;
import dev.lightspeed.harness.output.data.FiguresCsv;
import dev.lightspeed.harness.output.data.JunitXml;
import dev.lightspeed.harness.output.data.ResultJson;
import dev.lightspeed.harness.output.html.Badge;
import dev.lightspeed.harness.output.html.HtmlReport;
import dev.lightspeed.harness.output.text.GithubAnnotations;
import dev.lightspeed.harness.output.text.MarkdownSummary;
import dev.lightspeed.harness.run.Outcome;
import java.util.function.Function;

/** What an outcome may be written as. */
public enum OutputFormat {
  /** The figures and all verdicts, schema {@code result/1}. */
  JSON(ResultJson::write),
  /** Tests for a CI server. */
  JUNIT(JunitXml::write),
  /** A pull request's comment, or a job's summary. */
  MARKDOWN(MarkdownSummary::write),
  /** Workflow commands of GitHub. */
  GITHUB(GithubAnnotations::write),
  /** A spreadsheet's lines. */
  CSV(FiguresCsv::write),
  /** What benchmark-tracking actions read as {@code customSmallerIsBetter}. */
  BENCHMARK(BenchmarkJson::write),
  /** A picture for a README. */
  BADGE(Badge::write),
  /** A page. */
  HTML(HtmlReport::write);

  private final Function<Outcome, String> writer;

  OutputFormat(Function<Outcome, String> writer) {
    this.writer = writer;
  }

  /** The text of the file. */
  public String write(Outcome outcome) {
    return writer.apply(outcome);
  }
}
