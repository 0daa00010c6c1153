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
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;

/** What an outcome may be written as. */
enum OutcomeFormat {
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

  OutcomeFormat(Function<Outcome, String> writer) {
    this.writer = writer;
  }

  /** The text of the file. */
  String write(Outcome outcome) {
    return writer.apply(outcome);
  }

  /** Reads {@code junit=target/lightspeed.xml}. */
  static final class Converter implements ITypeConverter<Destination<OutcomeFormat>> {

    @Override
    public Destination<OutcomeFormat> convert(String text) {
      return Destination.of(text, values());
    }
  }
}
