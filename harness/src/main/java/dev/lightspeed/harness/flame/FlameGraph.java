package dev.lightspeed.harness.flame;

import dev.lightspeed.harness.attribution.Contribution;
import dev.lightspeed.harness.attribution.FigureDifference;
import dev.lightspeed.harness.attribution.Measure;
import dev.lightspeed.harness.attribution.MethodCost;
import dev.lightspeed.harness.attribution.MethodName;
import dev.lightspeed.harness.attribution.PathTable;
import dev.lightspeed.harness.attribution.PathTable.Side;
import dev.lightspeed.harness.attribution.Quantity;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.attribution.WorkloadDifference;
import dev.lightspeed.harness.markup.Html;
import dev.lightspeed.harness.text.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One workload of a page: its graph without a script, and the table below it. */
final class FlameGraph {

  /** Ten-thousandths of the width below which a frame is not drawn: less than a pixel. */
  private static final long LEAST_WIDTH = 8;

  /** Thousandths of the width below which a frame has no edge: it would be all edge. */
  private static final long THIN_WIDTH = 5;

  /** Percent of the width below which a name would be nothing but an ellipsis. */
  private static final long LEAST_READABLE = 4;

  /** On a laptop's screen. */
  private static final double CHARACTERS_PER_PERCENT = 1.7;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final int ROWS = 12;

  private final WorkloadAttribution now;
  private final PathTable table;
  private final boolean differential;
  private final String methods;

  private FlameGraph(
      WorkloadAttribution now, PathTable table, boolean differential, String methods) {
    this.now = now;
    this.table = table;
    this.differential = differential;
    this.methods = methods;
  }

  static FlameGraph of(WorkloadAttribution workload) {
    return new FlameGraph(workload, PathTable.of(workload), false, costs(workload));
  }

  static FlameGraph of(WorkloadDifference difference) {
    return new FlameGraph(
        difference.now(),
        PathTable.of(difference.before(), difference.now()),
        true,
        changes(difference.of(Quantity.CPU)));
  }

  String workload() {
    return now.workload();
  }

  PathTable table() {
    return table;
  }

  boolean isDifferential() {
    return differential;
  }

  /** The section of this workload, the page's number {@code index}. */
  String section(int index) {
    StringBuilder html = new StringBuilder();
    html.append("<section id=\"w").append(index).append("\">\n<h2>");
    html.append(Html.escape(workload())).append("</h2>\n<p class=\"sum\">");
    html.append(Html.escape(summary())).append("</p>\n");
    return html.append(frames()).append(methods).append("</section>\n").toString();
  }

  /** The graph itself. */
  String frames() {
    StringBuilder html = new StringBuilder();
    if (total(0) == 0) {
      html.append("<p class=\"empty\">No CPU units were counted.</p>\n");
    } else {
      graph(html);
    }
    return html.toString();
  }

  /** The table that goes below it. */
  String methods() {
    return methods;
  }

  private String summary() {
    long before = table.total(0, Measure.CPU_UNITS, Side.BEFORE);
    return now.size()
        + " · "
        + grouped(total(0))
        + " CPU units"
        + (differential ? " now, " + grouped(before) + " in the baseline, " + growth(0) : "")
        + " · "
        + grouped(now.allocatedBytes())
        + " bytes allocated · at most "
        + grouped(now.peak().bytes())
        + " bytes kept by a session";
  }

  private void graph(StringBuilder html) {
    StringBuilder frames = new StringBuilder();
    long[] left = new long[table.size()];
    long[] next = new long[table.size()];
    int deepest = 0;
    for (int node = 0; node < table.size(); node++) {
      int parent = table.parent(node);
      if (parent >= 0) {
        left[node] = next[parent];
        next[parent] += total(node);
      }
      next[node] = left[node];
      if (isWide(node)) {
        frame(frames, node, left[node]);
        deepest = Math.max(deepest, table.depth(node));
      }
    }
    html.append("<div class=\"graph\" style=\"--rows:").append(deepest + 1).append("\">\n");
    html.append(frames).append("</div>\n");
  }

  private boolean isWide(int node) {
    return total(node) >= Math.max(1, total(0) / 10_000 * LEAST_WIDTH);
  }

  private void frame(StringBuilder html, int node, long left) {
    String frame = table.frame(node);
    html.append("<div class=\"f ").append(paint(node));
    html.append(total(node) < total(0) / 1_000 * THIN_WIDTH ? " thin" : "")
        .append("\" style=\"--x:");
    html.append(percent(left)).append(";--w:").append(percent(total(node))).append(";--y:");
    html.append(table.depth(node)).append("\" title=\"");
    html.append(Html.escape(MethodName.of(frame).full()))
        .append('\n')
        .append(Html.escape(figures(node)))
        .append("\">");
    html.append(
            Html.escape(
                label(
                    frame,
                    BigDecimal.valueOf(total(node))
                        .multiply(HUNDRED)
                        .divideToIntegralValue(BigDecimal.valueOf(total(0)))
                        .longValue())))
        .append("</div>\n");
  }

  /** As much of the name as is legible: a narrow box shows the method alone, or no name at all. */
  private static String label(String frame, long percent) {
    String label = label(frame);
    if (percent < LEAST_READABLE) {
      return "";
    }
    return label.length() > percent * CHARACTERS_PER_PERCENT
        ? MethodName.of(frame).method()
        : label;
  }

  private String paint(int node) {
    return differential
        ? Paint.ofChange(table.total(node, Measure.CPU_UNITS, Side.BEFORE), total(node))
        : Paint.ofFrame(table.frame(node), table.depth(node));
  }

  private String figures(int node) {
    String text =
        grouped(total(node))
            + " CPU units, "
            + Percent.of(total(node), total(0))
            + "; its own "
            + grouped(table.own(node, Measure.CPU_UNITS, Side.NOW));
    return differential
        ? text
            + "; in the baseline "
            + grouped(table.total(node, Measure.CPU_UNITS, Side.BEFORE))
            + ", "
            + growth(node)
        : text;
  }

  private String growth(int node) {
    return Percent.growth(table.total(node, Measure.CPU_UNITS, Side.BEFORE), total(node));
  }

  private long total(int node) {
    return table.total(node, Measure.CPU_UNITS, Side.NOW);
  }

  /** Of the whole width, with as many digits as pixels need. */
  private String percent(long part) {
    return BigDecimal.valueOf(part)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(total(0)), 4, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String costs(WorkloadAttribution workload) {
    List<MethodCost> costs = MethodCost.of(workload, MethodCost.Rank.SELF);
    Map<String, String> names = MethodName.distinct(costs.stream().map(MethodCost::frame).toList());
    long whole = workload.cpuUnits();
    StringBuilder html = new StringBuilder();
    html.append("<table>\n<caption>The methods with the most work of their own</caption>\n<thead>");
    html.append("<tr>" + heads("own units", "own", "total", "own bytes"));
    html.append("<th scope=\"col\" class=\"name\">method</th></tr></thead>\n<tbody>\n");
    for (MethodCost cost : costs.subList(0, Math.min(ROWS, costs.size()))) {
      html.append("<tr><td>").append(grouped(cost.ownUnits())).append("</td><td>");
      html.append(Html.escape(Percent.of(cost.ownUnits(), whole))).append("</td><td>");
      html.append(Html.escape(Percent.of(cost.totalUnits(), whole))).append("</td><td>");
      html.append(grouped(cost.ownBytes())).append("</td>");
      name(html, cost.frame(), names);
    }
    return html.append("</tbody>\n</table>\n").toString();
  }

  private static String changes(FigureDifference cpu) {
    if (!cpu.isChanged()) {
      return "<p class=\"empty\">No difference: every method did the same work.</p>\n";
    }
    Map<String, String> names =
        MethodName.distinct(cpu.parts().stream().map(Contribution::name).toList());
    StringBuilder html = new StringBuilder();
    html.append("<table>\n<caption>The methods that account for the difference</caption>\n<thead>");
    html.append("<tr>" + heads("difference", "baseline", "now", "change"));
    html.append(
        "<th scope=\"col\" class=\"name\">method, by its own units</th></tr></thead>\n<tbody>\n");
    for (Contribution change : cpu.parts().subList(0, Math.min(ROWS, cpu.parts().size()))) {
      html.append("<tr><td>").append(signed(change.difference())).append("</td><td>");
      html.append(grouped(change.before())).append("</td><td>");
      html.append(grouped(change.now())).append("</td><td>");
      html.append(Html.escape(Percent.growth(change.before(), change.now()))).append("</td>");
      name(html, change.name(), names);
    }
    return html.append("</tbody>\n</table>\n").toString();
  }

  private static String heads(String... words) {
    return "<th scope=\"col\">" + String.join("</th><th scope=\"col\">", words) + "</th>";
  }

  private static void name(StringBuilder html, String frame, Map<String, String> names) {
    MethodName name = MethodName.of(frame);
    html.append("<td class=\"name\" title=\"").append(Html.escape(name.full())).append("\">");
    html.append(Html.escape(names.getOrDefault(frame, frame)));
    html.append(name.isJdk() ? " <small>JDK</small>" : "").append("</td></tr>\n");
  }

  /** What a frame says of itself: an event without a name would be an empty box. */
  static String label(String frame) {
    return frame.isBlank() ? "(no name)" : MethodName.of(frame).brief();
  }

  private static String signed(long value) {
    return (value > 0 ? "+" : "") + grouped(value);
  }

  private static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
