package dev.lightspeed.cli;

import dev.lightspeed.harness.output.Badge;
import dev.lightspeed.harness.output.BenchmarkJson;
import dev.lightspeed.harness.output.FiguresCsv;
import dev.lightspeed.harness.output.GithubAnnotations;
import dev.lightspeed.harness.output.HtmlReport;
import dev.lightspeed.harness.output.JunitXml;
import dev.lightspeed.harness.output.MarkdownSummary;
import dev.lightspeed.harness.output.Outcome;
import dev.lightspeed.harness.output.ResultJson;
import dev.lightspeed.harness.report.ReportJson;
import java.nio.file.Path;
import java.util.function.Function;

/** What an outcome may be written as. */
enum OutputFormat implements FileFormat {
  /** The figures alone, schema {@code report/2}: what is meant where no format is named. */
  REPORT(outcome -> ReportJson.write(outcome.report())),
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
  String write(Outcome outcome) {
    return writer.apply(outcome);
  }

  /** A file, or standard output, in one of these formats. */
  record Target(OutputFormat format, Path file) implements Destination<OutputFormat> {}

  /** Reads {@code junit=target/lightspeed.xml}, and {@code report.json} as a report. */
  static final class Converter extends DestinationConverter<OutputFormat, Target> {

    Converter() {
      super(values(), REPORT, Target::new);
    }
  }
}
