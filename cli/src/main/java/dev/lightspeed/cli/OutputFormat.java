package dev.lightspeed.cli;

import dev.lightspeed.harness.file.NearestWord;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.TypeConversionException;

/** What an outcome may be written as. */
enum OutputFormat {
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

  /** As the option has it: {@code junit}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The text of the file. */
  String write(Outcome outcome) {
    return writer.apply(outcome);
  }

  /** The format of that name. */
  static OutputFormat of(String word) {
    List<String> words = Arrays.stream(values()).map(OutputFormat::word).toList();
    int index = words.indexOf(word);
    if (index < 0) {
      throw new TypeConversionException(
          "unknown format '"
              + word
              + "'"
              + NearestWord.question(word, words)
              + " known: "
              + String.join(", ", words));
    }
    return values()[index];
  }
}
