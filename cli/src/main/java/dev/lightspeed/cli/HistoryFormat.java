package dev.lightspeed.cli;

import dev.lightspeed.harness.history.FigureHistory;
import dev.lightspeed.harness.output.HistoryCsv;
import dev.lightspeed.harness.output.HistoryJson;
import dev.lightspeed.harness.output.HistoryPage;
import java.nio.file.Path;
import java.util.function.Function;

/** What the history of a figure may be written as. */
enum HistoryFormat implements FileFormat {
  /** A page with a chart. */
  HTML(HistoryPage::write),
  /** A spreadsheet's lines. */
  CSV(HistoryCsv::write),
  /** Schema {@code history/1}. */
  JSON(HistoryJson::write);

  private final Function<FigureHistory, String> writer;

  HistoryFormat(Function<FigureHistory, String> writer) {
    this.writer = writer;
  }

  /** The text of the file. */
  String write(FigureHistory history) {
    return writer.apply(history);
  }

  /** A file, or standard output, in one of these formats. */
  record Target(HistoryFormat format, Path file) implements Destination<HistoryFormat> {}

  /** Reads {@code html=payload.html}. */
  static final class Converter extends DestinationConverter<HistoryFormat, Target> {

    Converter() {
      super(values(), null, Target::new);
    }
  }
}
