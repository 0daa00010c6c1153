package dev.lightspeed.harness.output.html;

import dev.lightspeed.harness.machine.BusyTimeline;
import dev.lightspeed.harness.machine.LatencyHistogram;
import dev.lightspeed.harness.machine.ReplayTimeline;
import dev.lightspeed.harness.markup.Fragment;
import dev.lightspeed.harness.markup.HtmlWriter;
import dev.lightspeed.harness.report.EventTypeFigures;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.MemoryTimeline;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.text.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** The charts of one scenario. */
final class Charts {

  private static final int Y_TICKS = 4;
  private static final int X_TICKS = 6;
  private static final long NS_PER_MS = 1_000_000;
  private static final long BYTES_PER_KIB = 1024;
  private static final int EVENT_TYPES = 12;

  private Charts() {}

  /**
   * How many events took how long, with the percentiles and the budget as upright lines.
   *
   * @param limitMs the budget's limit of the 95th percentile, if there is one
   */
  static Fragment latency(
      String id, LatencyHistogram latency, ScenarioReport scenario, OptionalLong limitMs) {
    long endMs = latency.binMs() * latency.counts().size();
    long most = latency.counts().stream().mapToLong(Long::longValue).max().orElse(1);
    double events = latency.events();
    long p99 = Figure.P99_LATENCY.of(scenario);
    boolean limited = limitMs.isPresent() && limitMs.getAsLong() <= endMs;
    String description =
        "Half of the events took at most "
            + ms(scenario.p50LatencyMs())
            + ", 95 % at most "
            + ms(scenario.p95LatencyMs())
            + ", 99 % at most "
            + ms(p99)
            + "; none more than "
            + ms(endMs)
            + ".";
    Chart chart =
        Chart.begin(
            id,
            "Latency",
            note("events by how long they took, bins of " + ms(latency.binMs())),
            description,
            Axis.upTo(endMs, X_TICKS),
            Axis.around(Math.round(1000 * most / events + 0.5), Y_TICKS));
    chart.axes(Numbers::grouped, "ms", Charts::percent);
    for (int bin = 0; bin < latency.counts().size(); bin++) {
      long from = bin * latency.binMs();
      chart.bar(from, from + latency.binMs(), 1000 * latency.counts().get(bin) / events);
    }
    int row = 0;
    chart.mark("mark", scenario.p50LatencyMs(), "p50 " + ms(scenario.p50LatencyMs()), row++);
    chart.mark("mark", scenario.p95LatencyMs(), "p95 " + ms(scenario.p95LatencyMs()), row++);
    chart.mark("mark", p99, "p99 " + ms(p99), row++);
    if (limited) {
      chart.mark("limit", limitMs.getAsLong(), "p95 limit " + ms(limitMs.getAsLong()), row);
    }
    return chart.end();
  }

  /** How busy both stations were over virtual time. */
  static Fragment busy(String id, ReplayTimeline timeline) {
    BusyTimeline cpu = timeline.cpu();
    long endMs = Math.max(1, (cpu.slotNs() * cpu.permille().size() + NS_PER_MS - 1) / NS_PER_MS);
    boolean seconds = endMs >= 10_000;
    long end = seconds ? (endMs + 999) / 1000 : endMs;
    List<Double> xs = new ArrayList<>();
    for (int slot = 0; slot <= cpu.permille().size(); slot++) {
      double at = (double) cpu.slotNs() * slot / NS_PER_MS / (seconds ? 1000 : 1);
      xs.add(Math.min(at, (double) end));
      xs.add(Math.min(at, (double) end));
    }
    String description =
        "The CPU was busy up to "
            + percent(most(cpu))
            + " of a slot, the link up to "
            + percent(most(timeline.link()))
            + ".";
    return Chart.begin(
            id,
            "Utilisation",
            legend("share of the time that each was busy", "CPU", "link"),
            description,
            Axis.upTo(end, X_TICKS),
            new Axis(1000, 250))
        .axes(Numbers::grouped, seconds ? "virtual s" : "virtual ms", Charts::percent)
        .area("area", xs, steps(cpu))
        .path("one", xs, steps(cpu))
        .path("other", xs, steps(timeline.link()))
        .end();
  }

  /** What a session keeps from its mount to its last event. */
  static Fragment memory(String id, MemoryTimeline memory) {
    List<Double> xs = new ArrayList<>();
    List<Double> medians = new ArrayList<>();
    List<Double> maxima = new ArrayList<>();
    boolean kib = memory.peakBytes() >= 4 * BYTES_PER_KIB;
    double unit = kib ? BYTES_PER_KIB : 1;
    for (MemoryTimeline.Point point : memory.points()) {
      xs.add((double) point.event());
      medians.add(point.medianBytes() / unit);
      maxima.add(point.maxBytes() / unit);
    }
    MemoryTimeline.Point first = memory.points().get(0);
    MemoryTimeline.Point last = memory.points().get(memory.points().size() - 1);
    String description =
        "Half of the sessions keep at most "
            + Numbers.grouped(first.medianBytes())
            + " bytes after the mount and "
            + Numbers.grouped(last.medianBytes())
            + " bytes at the end; the most that any kept is "
            + Numbers.grouped(memory.peakBytes())
            + " bytes.";
    return Chart.begin(
            id,
            "Memory of a session",
            legend((kib ? "KiB" : "bytes") + " kept after each event", "median", "largest"),
            description,
            Axis.upTo(last.event(), X_TICKS),
            Axis.around((long) Math.ceil(memory.peakBytes() / unit), Y_TICKS))
        .axes(Numbers::grouped, "events", Numbers::grouped)
        .path("one", xs, medians)
        .path("other", xs, maxima)
        .end();
  }

  /** What each event type sends: a table with a bar for its share. */
  static Fragment eventTypes(List<EventTypeFigures> all) {
    List<EventTypeFigures> eventTypes = new ArrayList<>(all);
    eventTypes.sort(
        Comparator.comparingLong(EventTypeFigures::payloadBytes)
            .reversed()
            .thenComparing(EventTypeFigures::eventType));
    long whole = all.stream().mapToLong(EventTypeFigures::payloadBytes).sum();
    long wholeUnits = all.stream().mapToLong(EventTypeFigures::cpuUnits).sum();
    HtmlWriter html = new HtmlWriter();
    HtmlReport.scrolled(html, "", "Payload by event type").open("table", "class", "kinds");
    html.open("caption").element("b", "Payload by event type").close();
    html.open("thead").open("tr");
    for (String heading :
        List.of("event type", "events", "B/event", "longest", "share of payload", "of CPU")) {
      html.element("th", heading, "scope", "col");
    }
    html.close().close().open("tbody");
    for (EventTypeFigures eventType :
        eventTypes.subList(0, Math.min(EVENT_TYPES, eventTypes.size()))) {
      html.open("tr").element("th", name(eventType.eventType()), "scope", "row");
      html.element("td", Numbers.grouped(eventType.events()));
      html.element("td", Numbers.grouped(eventType.avgPayloadBytes()));
      html.element("td", Numbers.grouped(eventType.maxPayloadBytes()));
      share(html, eventType.payloadBytes(), whole);
      html.element("td", Percent.of(eventType.cpuUnits(), wholeUnits)).close();
    }
    if (eventTypes.size() > EVENT_TYPES) {
      List<EventTypeFigures> others = eventTypes.subList(EVENT_TYPES, eventTypes.size());
      html.open("tr");
      html.element("th", Numbers.counted(others.size(), "other type"), "scope", "row");
      html.element(
          "td", Numbers.grouped(others.stream().mapToLong(EventTypeFigures::events).sum()));
      html.element("td", "").element("td", "");
      share(html, others.stream().mapToLong(EventTypeFigures::payloadBytes).sum(), whole);
      long units = others.stream().mapToLong(EventTypeFigures::cpuUnits).sum();
      html.element("td", Percent.of(units, wholeUnits)).close();
    }
    return html.close().close().close().done();
  }

  private static void share(HtmlWriter html, long part, long whole) {
    html.open("td", "class", "share");
    html.open("svg", "viewBox", "0 0 100 8", "aria-hidden", "true");
    html.empty("rect", "class", "track", "width", "100", "height", "8", "rx", "1");
    long width = whole == 0 ? 0 : Math.round(100.0 * part / whole);
    html.empty("rect", "class", "bar", "width", Long.toString(width), "height", "8", "rx", "1");
    html.close().element("span", Percent.of(part, whole)).close();
  }

  private static String name(String eventType) {
    return eventType.isBlank() ? "(no name)" : eventType;
  }

  private static List<Double> steps(BusyTimeline timeline) {
    List<Double> steps = new ArrayList<>();
    steps.add(0.0);
    for (int busy : timeline.permille()) {
      steps.add((double) busy);
      steps.add((double) busy);
    }
    steps.add(0.0);
    return steps;
  }

  private static long most(BusyTimeline timeline) {
    return timeline.permille().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static Fragment note(String text) {
    return new HtmlWriter().element("span", " " + text).done();
  }

  /** Two lines told apart by colour, and by dashes too. */
  private static Fragment legend(String text, String one, String other) {
    HtmlWriter html = new HtmlWriter().element("span", " " + text);
    html.open("span", "class", "key").open("i", "class", "solid").close().text(one).close();
    html.open("span", "class", "key").open("i", "class", "dashed").close().text(other).close();
    return html.done();
  }

  private static String ms(long value) {
    return Numbers.grouped(value) + " ms";
  }

  private static String percent(long permille) {
    return permille % 10 == 0 ? permille / 10 + " %" : Percent.ofPermille(permille) + " %";
  }
}
