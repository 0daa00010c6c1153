package dev.lightspeed.cli.text;

import dev.lightspeed.harness.git.Commit;
import dev.lightspeed.harness.history.FigureHistory;
import dev.lightspeed.harness.history.FigureStep;
import dev.lightspeed.harness.history.FigureStep.Kind;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Direction;
import dev.lightspeed.harness.text.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** How a figure went, for people: a plot, the commits that changed it, and which made it worse. */
public final class FigureHistoryText {

  private FigureHistoryText() {}

  /** The plot and the table, every line with its end and of at most 80 columns. */
  public static String render(FigureHistory history) {
    StringBuilder text = new StringBuilder(headline(history)).append('\n');
    String plot = HistoryPlot.render(history);
    if (!plot.isEmpty()) {
      text.append('\n').append(plot);
    }
    List<FigureStep> newestFirst = new ArrayList<>(history.changes());
    Collections.reverse(newestFirst);
    text.append('\n');
    if (newestFirst.isEmpty()) {
      return text.append("no commit has changed it").append('\n').toString();
    }
    return text.append(table(newestFirst)).toString();
  }

  private static String headline(FigureHistory history) {
    Figure figure = history.figure();
    String unit = figure.unit().isEmpty() ? "" : " in " + figure.unit();
    String better = figure.direction() == Direction.HIGHER ? "more" : "less";
    return history.workload() + ": " + figure.label() + unit + ", " + better + " is better";
  }

  private static String table(List<FigureStep> steps) {
    TextTable table = new TextTable();
    table.left("commit").left("date").right("before").right("now").right("change");
    table.left("").left("subject");
    for (FigureStep step : steps) {
      table.row(
          List.of(
              step.version().commit().map(Commit::shortHash).orElse("-"),
              step.version().commit().map(Commit::day).orElse("-"),
              value(step.figure(), step.was()),
              value(step.figure(), step.value()),
              step.share(),
              step.kind() == Kind.NOT_COMPARABLE ? "" : step.kind().word(),
              step.version().commit().map(Commit::subject).orElse("(not committed)")));
      if (!step.reason().isEmpty()) {
        table.note((step.kind() == Kind.NOT_COMPARABLE ? "not comparable: " : "") + step.reason());
      }
    }
    return table.cut();
  }

  private static String value(Figure figure, OptionalLong value) {
    if (value.isEmpty()) {
      return "";
    }
    return figure == Figure.THROUGHPUT && value.getAsLong() == Long.MAX_VALUE
        ? "no limit"
        : Numbers.grouped(value.getAsLong());
  }
}
