package dev.lightspeed.harness.output.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.lightspeed.harness.git.Commit;
import dev.lightspeed.harness.history.FigureHistory;
import dev.lightspeed.harness.history.FigureStep;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.OptionalLong;

/**
 * How a figure went, a line for each version of the baseline, oldest first (RFC 4180, but for lines
 * that end in a line feed). What is not there is empty.
 */
public final class HistoryCsv {

  /** What a spreadsheet takes for the start of a formula. */
  private static final String FORMULA = "=+-@";

  private HistoryCsv() {}

  /** The text of the file. */
  public static String write(FigureHistory history) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(
          "commit",
          "time",
          "workload",
          "figure",
          "unit",
          "before",
          "value",
          "change",
          "reason",
          "subject");
      for (FigureStep step : history.steps()) {
        csv.writeRecord(
            step.version().commit().map(Commit::hash).orElse(""),
            step.version().commit().map(Commit::time).orElse(""),
            history.workload(),
            history.figure().key(),
            history.figure().unit(),
            number(step.was()),
            number(step.value()),
            step.kind().word(),
            step.reason(),
            step.version().commit().map(commit -> inert(commit.subject())).orElse(""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String number(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "";
  }

  /** Anybody may write a subject: as spreadsheets have it, an apostrophe makes it text. */
  private static String inert(String subject) {
    return FORMULA.indexOf(subject.charAt(0)) < 0 ? subject : "'" + subject;
  }
}
