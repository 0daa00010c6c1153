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
import dev.lightspeed.harness.markup.Fragment;
import dev.lightspeed.harness.markup.HtmlWriter;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.text.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
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
  private final Fragment methods;

  private FlameGraph(
      WorkloadAttribution now, PathTable table, boolean differential, Fragment methods) {
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
  Fragment section(int index) {
    HtmlWriter html = new HtmlWriter().open("section", "id", "w" + index);
    html.element("h2", workload()).element("p", summary(), "class", "sum");
    return html.fragment(frames()).fragment(methods).close().done();
  }

  /** The graph itself. */
  Fragment frames() {
    return total(0) == 0 ? empty("No CPU units were counted.") : graph();
  }

  /** The table that goes below it. */
  Fragment methods() {
    return methods;
  }

  private static Fragment empty(String text) {
    return new HtmlWriter().element("p", text, "class", "empty").done();
  }

  private String summary() {
    long before = table.total(0, Measure.CPU_UNITS, Side.BEFORE);
    return now.size()
        + " · "
        + Numbers.grouped(total(0))
        + " CPU units"
        + (differential
            ? " now, " + Numbers.grouped(before) + " in the baseline, " + growth(0)
            : "")
        + " · "
        + Numbers.grouped(now.allocatedBytes())
        + " bytes allocated · at most "
        + Numbers.grouped(now.peak().bytes())
        + " bytes kept by a session";
  }

  private Fragment graph() {
    HtmlWriter frames = new HtmlWriter();
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
    HtmlWriter html =
        new HtmlWriter().open("div", "class", "graph", "style", "--rows:" + (deepest + 1));
    return html.fragment(frames.done()).close().done();
  }

  private boolean isWide(int node) {
    return total(node) >= Math.max(1, total(0) / 10_000 * LEAST_WIDTH);
  }

  private void frame(HtmlWriter html, int node, long left) {
    boolean thin = total(node) < total(0) / 1_000 * THIN_WIDTH;
    long percent =
        BigDecimal.valueOf(total(node))
            .multiply(HUNDRED)
            .divideToIntegralValue(BigDecimal.valueOf(total(0)))
            .longValue();
    html.element(
        "div",
        label(table.frame(node), percent),
        "class",
        "f " + paint(node) + (thin ? " thin" : ""),
        "style",
        "--x:" + percent(left) + ";--w:" + percent(total(node)) + ";--y:" + table.depth(node),
        "title",
        MethodName.of(table.frame(node)).full() + "\n" + figures(node));
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
        Numbers.grouped(total(node))
            + " CPU units, "
            + Percent.of(total(node), total(0))
            + "; its own "
            + Numbers.grouped(table.own(node, Measure.CPU_UNITS, Side.NOW));
    return differential
        ? text
            + "; in the baseline "
            + Numbers.grouped(table.total(node, Measure.CPU_UNITS, Side.BEFORE))
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

  private static Fragment costs(WorkloadAttribution workload) {
    List<MethodCost> costs = MethodCost.of(workload, MethodCost.Rank.SELF);
    Map<String, String> names = MethodName.distinct(costs.stream().map(MethodCost::frame).toList());
    long whole = workload.cpuUnits();
    HtmlWriter html =
        table(
            "The methods with the most work of their own",
            List.of("own units", "own", "total", "own bytes"),
            "method");
    for (MethodCost cost : costs.subList(0, Math.min(ROWS, costs.size()))) {
      html.open("tr").element("td", Numbers.grouped(cost.ownUnits()));
      html.element("td", Percent.of(cost.ownUnits(), whole));
      html.element("td", Percent.of(cost.totalUnits(), whole));
      html.element("td", Numbers.grouped(cost.ownBytes()));
      name(html, cost.frame(), names);
    }
    return html.close().close().done();
  }

  private static Fragment changes(FigureDifference cpu) {
    if (!cpu.isChanged()) {
      return empty("No difference: every method did the same work.");
    }
    Map<String, String> names =
        MethodName.distinct(cpu.parts().stream().map(Contribution::name).toList());
    HtmlWriter html =
        table(
            "The methods that account for the difference",
            List.of("difference", "baseline", "now", "change"),
            "method, by its own units");
    for (Contribution change : cpu.parts().subList(0, Math.min(ROWS, cpu.parts().size()))) {
      html.open("tr").element("td", signed(change.difference()));
      html.element("td", Numbers.grouped(change.before()));
      html.element("td", Numbers.grouped(change.now()));
      html.element("td", Percent.growth(change.before(), change.now()));
      name(html, change.name(), names);
    }
    return html.close().close().done();
  }

  /** A table with its body open. */
  private static HtmlWriter table(String caption, List<String> headings, String name) {
    HtmlWriter html = new HtmlWriter().open("table").element("caption", caption).open("thead");
    html.open("tr");
    headings.forEach(heading -> html.element("th", heading, "scope", "col"));
    html.element("th", name, "scope", "col", "class", "name").close().close();
    return html.open("tbody");
  }

  private static void name(HtmlWriter html, String frame, Map<String, String> names) {
    MethodName name = MethodName.of(frame);
    html.open("td", "class", "name", "title", name.full()).text(names.getOrDefault(frame, frame));
    if (name.isJdk()) {
      html.text(" ").element("small", "JDK");
    }
    html.close().close();
  }

  /** What a frame says of itself: an event without a name would be an empty box. */
  static String label(String frame) {
    return frame.isBlank() ? "(no name)" : MethodName.of(frame).brief();
  }

  private static String signed(long value) {
    return (value > 0 ? "+" : "") + Numbers.grouped(value);
  }
}
