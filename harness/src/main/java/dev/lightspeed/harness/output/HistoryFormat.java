package dev.lightspeed.harness.output;

import dev.lightspeed.harness.history.FigureHistory;
import dev.lightspeed.harness.output.data.HistoryCsv;
import dev.lightspeed.harness.output.data.HistoryJson;
import dev.lightspeed.harness.output.html.HistoryPage;
import java.util.function.Function;

/** What the history of a figure may be written as. */
public enum HistoryFormat {
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
  public String write(FigureHistory history) {
    return writer.apply(history);
  }
}
