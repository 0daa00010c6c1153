package dev.lightspeed.harness.output.html;

import dev.lightspeed.harness.git.Commit;
import dev.lightspeed.harness.history.BaselineVersion;
import dev.lightspeed.harness.history.FigureHistory;
import dev.lightspeed.harness.history.FigureStep;
import dev.lightspeed.harness.history.FigureStep.Kind;
import dev.lightspeed.harness.markup.Fragment;
import dev.lightspeed.harness.markup.HtmlWriter;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The chart of a figure over the versions of its baseline: a level line for each version, since
 * nothing is known between two, and a gap where it is not there or not comparable.
 */
final class HistoryChart {

  private static final int X_TICKS = 5;
  private static final int Y_TICKS = 4;
  private static final long THOUSAND = 1000;
  private static final long MILLION = 1_000_000;

  private final FigureHistory history;
  private final List<BaselineVersion> versions = new ArrayList<>();
  private final List<OptionalLong> values = new ArrayList<>();
  private final List<Integer> breaks = new ArrayList<>();

  private HistoryChart(FigureHistory history) {
    this.history = history;
    for (FigureStep step : history.steps()) {
      if (versions.isEmpty() && step.before().isPresent()) {
        versions.add(step.before().get());
        values.add(step.was());
      }
      if (step.kind() == Kind.NOT_COMPARABLE) {
        breaks.add(versions.size());
      }
      versions.add(step.version());
      values.add(step.value());
    }
  }

  static Fragment of(FigureHistory history) {
    return new HistoryChart(history).chart();
  }

  private Fragment chart() {
    Figure figure = history.figure();
    long least = values.stream().flatMapToLong(OptionalLong::stream).min().orElse(0);
    long most = values.stream().flatMapToLong(OptionalLong::stream).max().orElse(1);
    Axis y = Axis.between(least <= most / 2 ? 0 : least, most, Y_TICKS);
    Chart chart =
        Chart.begin(
            "history",
            figure.label(),
            new HtmlWriter().element("span", " " + unit(figure) + " by commit").done(),
            description(least, most),
            Axis.upTo(versions.size(), X_TICKS),
            y);
    chart.axes(this::day, "commits", value -> label(figure, value, y));
    lines(chart);
    breaks.forEach(at -> chart.mark("break", at, "", 0));
    history
        .lastWorse()
        .ifPresent(
            step ->
                chart.mark(
                    "limit",
                    versions.lastIndexOf(step.version()),
                    step.version().name() + " " + step.share(),
                    0));
    return chart.end();
  }

  private void lines(Chart chart) {
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    for (int i = 0; i <= values.size(); i++) {
      boolean ends = i == values.size() || values.get(i).isEmpty() || breaks.contains(i);
      if (ends && !xs.isEmpty()) {
        chart.path("one", xs, ys);
        xs.clear();
        ys.clear();
      }
      if (i < values.size() && values.get(i).isPresent()) {
        double value = (double) values.get(i).getAsLong();
        xs.addAll(List.of((double) i, (double) (i + 1)));
        ys.addAll(List.of(value, value));
      }
    }
  }

  private String description(long least, long most) {
    Figure figure = history.figure();
    String last =
        values.get(values.size() - 1).isPresent()
            ? "now " + figure.shown(values.get(values.size() - 1).getAsLong())
            : "now gone";
    return "Between "
        + figure.shown(least)
        + " and "
        + figure.shown(most)
        + " in "
        + Numbers.counted(versions.size(), "version")
        + " of the baseline, "
        + last
        + ".";
  }

  private String day(long index) {
    return index >= versions.size()
        ? ""
        : versions.get((int) index).commit().map(Commit::day).orElse("now");
  }

  private static String unit(Figure figure) {
    return figure.unit().isEmpty() ? "number" : figure.unit().equals("‰") ? "share" : figure.unit();
  }

  /** In thousands or millions where every tick is, so that it fits beside the axis. */
  private static String label(Figure figure, long value, Axis y) {
    if (figure.unit().equals("‰")) {
      return figure.shown(value);
    }
    if (y.end() >= 10 * MILLION && y.step() % MILLION == 0 && value > 0) {
      return Numbers.grouped(value / MILLION) + " M";
    }
    return y.end() >= 100 * THOUSAND && y.step() % THOUSAND == 0 && value > 0
        ? Numbers.grouped(value / THOUSAND) + " k"
        : Numbers.grouped(value);
  }
}
