package dev.lightspeed.harness.output.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.lightspeed.harness.gate.Verdict;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Direction;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.run.Finding;
import dev.lightspeed.harness.run.Finding.Gate;
import dev.lightspeed.harness.run.Finding.Reading;
import dev.lightspeed.harness.run.Outcome;
import dev.lightspeed.harness.text.Constants;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Every figure of every scenario, a line each, with its limit, what it was in the baseline and what
 * that may become (RFC 4180, but for lines that end in a line feed). What is not there is empty.
 */
public final class FiguresCsv {

  private FiguresCsv() {}

  /** The text of the file. */
  public static String write(Outcome outcome) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(
          "workload",
          "figure",
          "value",
          "unit",
          "better",
          "budget",
          "baseline",
          "tolerated",
          "verdict");
      for (ScenarioReport scenario : outcome.report().scenarios()) {
        for (Figure figure : Figure.values()) {
          csv.writeRecord(
              line(
                  scenario.workload(),
                  figure,
                  figure.of(scenario),
                  outcome.findings(scenario.workload(), figure)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> line(
      String workload, Figure figure, long value, List<Finding> findings) {
    Optional<Reading> baseline = reading(findings, Gate.BASELINE);
    return List.of(
        workload,
        figure.key(),
        Long.toString(value),
        figure.unit(),
        figure.direction() == Direction.SIZE ? "" : Constants.word(figure.direction()),
        reading(findings, Gate.BUDGET)
            .or(() -> reading(findings, Gate.PROFILE))
            .map(FiguresCsv::limit)
            .orElse(""),
        baseline.map(read -> Long.toString(read.baseline().orElseThrow())).orElse(""),
        baseline.map(FiguresCsv::limit).orElse(""),
        findings.stream()
            .map(Finding::verdict)
            .max(Verdict::compareTo)
            .map(Verdict::word)
            .orElse(""));
  }

  private static Optional<Reading> reading(List<Finding> findings, Gate gate) {
    return findings.stream()
        .filter(finding -> finding.gate() == gate)
        .flatMap(finding -> finding.reading().stream())
        .findFirst();
  }

  private static String limit(Reading reading) {
    return Long.toString(reading.limit());
  }
}
