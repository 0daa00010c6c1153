package dev.lightspeed.cli.text;

import dev.lightspeed.harness.git.Commit;
import dev.lightspeed.harness.history.BaselineVersion;
import dev.lightspeed.harness.history.FigureHistory;
import dev.lightspeed.harness.history.FigureStep;
import dev.lightspeed.harness.history.FigureStep.Kind;
import dev.lightspeed.harness.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A figure over commits, as a line of box-drawing characters in 80 columns. Each commit takes as
 * many columns as there are to spare; where there are more commits than columns, a column shows the
 * range of several. A dotted upright line parts what cannot be compared.
 */
final class HistoryPlot {

  private static final int WIDTH = 80;
  private static final int HEIGHT = 8;
  private static final int WIDEST = 8;

  private final List<PlotPoint> points;
  private final Optional<Commit> marked;
  private final Optional<String> first;
  private final Optional<String> last;
  private final long low;
  private final long high;
  private final int height;

  private HistoryPlot(List<PlotPoint> points, FigureHistory history) {
    this.points = points;
    this.marked = history.lastWorse().flatMap(step -> step.version().commit());
    this.first = points.get(0).commit.map(Commit::day);
    PlotPoint end = points.get(points.size() - 1);
    this.last = end.commit.map(Commit::day).or(() -> Optional.of("now"));
    long least = points.stream().flatMapToLong(each -> each.value.stream()).min().orElse(0);
    this.high = points.stream().flatMapToLong(each -> each.value.stream()).max().orElse(0);
    // From zero, unless that would leave the differences no room.
    this.low = least <= high / 2 ? 0 : least;
    this.height = low == high ? 1 : HEIGHT;
  }

  /**
   * A version in the plot.
   *
   * @param apart whether it cannot be compared with the one before it
   */
  private record PlotPoint(Optional<Commit> commit, OptionalLong value, boolean apart) {}

  /** The lines, each with its end; none if the figure has fewer than two values to show. */
  static String render(FigureHistory history) {
    List<PlotPoint> points = points(history);
    long values = points.stream().filter(each -> each.value.isPresent()).count();
    return values < 2 ? "" : new HistoryPlot(points, history).text();
  }

  private static List<PlotPoint> points(FigureHistory history) {
    List<PlotPoint> points = new ArrayList<>();
    for (FigureStep step : history.steps()) {
      if (points.isEmpty() && step.before().isPresent()) {
        BaselineVersion base = step.before().get();
        points.add(new PlotPoint(base.commit(), step.was(), false));
      }
      points.add(
          new PlotPoint(step.version().commit(), step.value(), step.kind() == Kind.NOT_COMPARABLE));
    }
    return points;
  }

  private String text() {
    String top = Numbers.grouped(high);
    String bottom = Numbers.grouped(low);
    int labels = Math.max(top.length(), bottom.length());
    Canvas canvas = new Canvas(WIDTH - labels - 3);
    StringBuilder text = new StringBuilder();
    for (int row = height - 1; row >= 0; row--) {
      String label = row == height - 1 ? top : row == 0 ? bottom : "";
      String axis = label.isEmpty() ? "│" : "┤";
      String line = " ".repeat(labels - label.length()) + label + " " + axis + canvas.line(row);
      text.append(line.stripTrailing()).append('\n');
    }
    String margin = " ".repeat(labels + 2);
    text.append(margin, 0, labels + 1).append('└').append("─".repeat(canvas.width)).append('\n');
    if (canvas.mark >= 0) {
      text.append(margin).append(marker(canvas, WIDTH - margin.length())).append('\n');
    }
    return text.append(margin).append(days(canvas)).append('\n').toString();
  }

  /** The marked commit, to the right of its mark where that fits {@code room}. */
  private String marker(Canvas canvas, int room) {
    String hash = marked.map(Commit::shortHash).orElse("");
    return canvas.mark + 2 + hash.length() <= room
        ? " ".repeat(canvas.mark) + "^ " + hash
        : " ".repeat(canvas.mark - hash.length() - 1) + hash + " ^";
  }

  private String days(Canvas canvas) {
    String from = first.orElse("");
    String to = last.orElse("");
    int gap = canvas.width - from.length() - to.length();
    return gap < 1 ? from + " to " + to : from + " ".repeat(gap) + to;
  }

  private int row(long value) {
    return high == low
        ? 0
        : (int) Math.round((double) (value - low) / (double) (high - low) * (height - 1));
  }

  /** Columns of characters, filled from the left. */
  private final class Canvas {

    private final List<char[]> columns = new ArrayList<>();
    private final int width;
    private int mark = -1;

    /** The points in at most {@code room} columns. */
    Canvas(int room) {
      int breaks = (int) points.stream().filter(PlotPoint::apart).count();
      int each = Math.min(WIDEST, (room - breaks) / points.size());
      if (each >= 1) {
        fill(each);
      } else {
        squeeze((points.size() + room - 1) / room);
      }
      width = columns.size();
    }

    String line(int row) {
      StringBuilder line = new StringBuilder();
      columns.forEach(column -> line.append(column[row]));
      return line.toString();
    }

    /** {@code each} columns for a point, and one more for what parts it from the one before. */
    private void fill(int each) {
      OptionalLong before = OptionalLong.empty();
      for (PlotPoint point : points) {
        if (point.apart) {
          columns.add(all('┊'));
          before = OptionalLong.empty();
        }
        if (marked.isPresent() && point.commit.equals(marked)) {
          mark = columns.size();
        }
        for (int i = 0; i < each; i++) {
          columns.add(step(before, point.value));
          before = point.value;
        }
      }
    }

    /** A column for {@code several} points. */
    private void squeeze(int several) {
      for (int from = 0; from < points.size(); from += several) {
        List<PlotPoint> some = points.subList(from, Math.min(points.size(), from + several));
        if (marked.isPresent() && some.stream().anyMatch(each -> each.commit.equals(marked))) {
          mark = columns.size();
        }
        columns.add(some.stream().anyMatch(PlotPoint::apart) ? all('┊') : range(some));
      }
    }

    /** From one value to the next: a level line, or a step up or down with its corners. */
    private char[] step(OptionalLong from, OptionalLong to) {
      char[] column = all(' ');
      if (to.isEmpty()) {
        return column;
      }
      int now = row(to.getAsLong());
      int before = from.isPresent() ? row(from.getAsLong()) : now;
      for (int row = Math.min(before, now); row <= Math.max(before, now); row++) {
        column[row] = '│';
      }
      if (before == now) {
        column[now] = '─';
      } else {
        column[before] = now > before ? '╯' : '╮';
        column[now] = now > before ? '╭' : '╰';
      }
      return column;
    }

    private char[] range(List<PlotPoint> some) {
      char[] column = all(' ');
      int[] rows =
          some.stream()
              .flatMapToLong(each -> each.value.stream())
              .mapToInt(HistoryPlot.this::row)
              .sorted()
              .toArray();
      if (rows.length > 0) {
        Arrays.fill(column, rows[0], rows[rows.length - 1] + 1, '│');
        if (rows[0] == rows[rows.length - 1]) {
          column[rows[0]] = '─';
        }
      }
      return column;
    }

    private char[] all(char c) {
      char[] column = new char[height];
      Arrays.fill(column, c);
      return column;
    }
  }
}
