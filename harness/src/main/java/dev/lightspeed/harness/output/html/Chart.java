package dev.lightspeed.harness.output.html;

import dev.lightspeed.harness.markup.Fragment;
import dev.lightspeed.harness.markup.HtmlWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * A chart as inline SVG, in a figure with a caption. Who cannot see it hears its title and a
 * sentence that says what it shows.
 */
final class Chart {

  private static final double LEFT = 46;
  private static final double RIGHT = 468;
  private static final double TOP = 14;
  private static final double BOTTOM = 172;
  private static final double HEIGHT = 204;

  private final HtmlWriter svg = new HtmlWriter();
  private final Axis x;
  private final Axis y;

  private Chart(Axis x, Axis y) {
    this.x = x;
    this.y = y;
  }

  /**
   * Begins a chart.
   *
   * @param id of the figure; none other on the page has it
   * @param title what it shows
   * @param legend how to read it
   * @param description what is to be seen, in a sentence
   */
  static Chart begin(String id, String title, Fragment legend, String description, Axis x, Axis y) {
    Chart chart = new Chart(x, y);
    HtmlWriter svg = chart.svg;
    svg.open("figure", "class", "chart");
    svg.open("figcaption").element("b", title).fragment(legend).close();
    svg.open(
        "svg",
        "viewBox",
        "0 0 480 " + number(HEIGHT),
        "role",
        "img",
        "aria-labelledby",
        id + "-t " + id + "-d");
    svg.element("title", title, "id", id + "-t");
    svg.element("desc", description, "id", id + "-d");
    return chart;
  }

  /** The lines and numbers of both axes; {@code xUnit} stands at the end of the lower one. */
  Chart axes(LongFunction<String> xLabel, String xUnit, LongFunction<String> yLabel) {
    for (long tick : y.ticks()) {
      double at = y((double) tick);
      line(tick == y.start() ? "axis" : "grid", LEFT, at, RIGHT, at);
      text("y", yLabel.apply(tick), LEFT - 6, at + 4);
    }
    for (long tick : x.ticks()) {
      double at = x((double) tick);
      line("axis", at, BOTTOM, at, BOTTOM + 4);
      boolean collides = at > RIGHT - 30 - 5.0 * xUnit.length();
      if (!collides) {
        text("x", xLabel.apply(tick), at, BOTTOM + 17);
      }
    }
    text("unit", xUnit, RIGHT, BOTTOM + 17);
    return this;
  }

  /** A bar from one value of x to another. */
  Chart bar(long from, long to, double value) {
    double left = x((double) from);
    double width = x((double) to) - left;
    double gap = Math.min(1, width / 4);
    if (value > 0) {
      double height = Math.max(0.8, BOTTOM - y(value));
      svg.empty(
          "rect",
          "class",
          "bar",
          "x",
          number(left + gap / 2),
          "y",
          number(BOTTOM - height),
          "width",
          number(Math.max(0.5, width - gap)),
          "height",
          number(height));
    }
    return this;
  }

  /** A line through points. */
  Chart path(String kind, List<Double> xs, List<Double> ys) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < xs.size(); i++) {
      path.append(i == 0 ? "M" : "L").append(number(x(xs.get(i)))).append(' ');
      path.append(number(y(ys.get(i))));
    }
    svg.empty("path", "class", kind, "d", path.toString());
    return this;
  }

  /** The area below a line. */
  Chart area(String kind, List<Double> xs, List<Double> ys) {
    StringBuilder path = new StringBuilder("M" + number(x(xs.get(0))) + " " + number(BOTTOM));
    for (int i = 0; i < xs.size(); i++) {
      path.append('L').append(number(x(xs.get(i)))).append(' ').append(number(y(ys.get(i))));
    }
    path.append('L').append(number(x(xs.get(xs.size() - 1)))).append(' ').append(number(BOTTOM));
    svg.empty("path", "class", kind, "d", path.append('Z').toString());
    return this;
  }

  /** An upright line at a value of x, with a label beside it, if any, in a row from 0. */
  Chart mark(String kind, long value, String label, int row) {
    double at = x((double) value);
    double base = TOP + 11 + 15.0 * row;
    line(kind, at, base - 10, at, BOTTOM);
    boolean leftwards = at > (LEFT + RIGHT) / 2;
    if (!label.isEmpty()) {
      text(kind + (leftwards ? " end" : ""), label, leftwards ? at - 5 : at + 5, base);
    }
    return this;
  }

  /** The figure. */
  Fragment end() {
    return svg.close().close().done();
  }

  private double x(double value) {
    return x.at(value, LEFT, RIGHT);
  }

  private double y(double value) {
    return y.at(value, BOTTOM, TOP);
  }

  private void line(String kind, double x1, double y1, double x2, double y2) {
    svg.empty(
        "line",
        "class",
        kind,
        "x1",
        number(x1),
        "y1",
        number(y1),
        "x2",
        number(x2),
        "y2",
        number(y2));
  }

  private void text(String kind, String text, double x, double y) {
    svg.element("text", text, "class", kind, "x", number(x), "y", number(y));
  }

  /** A tenth of a unit is less than a pixel. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
