package dev.lightspeed.cli.text;

import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.text.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A report as a table of at most 80 columns: a line per scenario, a column per figure.
 *
 * <p>All figures do not fit beside each other, so they stand in blocks below each other, each with
 * the workloads' names: first the figures of time, then those of size, then what is behind them. A
 * block holds as many columns as fit; large figures make another one. A name too long for its
 * column has a line to itself.
 */
public final class ReportTable {

  private static final int MAX_NAME_WIDTH = 20;
  private static final List<FigureColumn> TIME =
      List.of(
          count("", "sessions", Figure.SESSIONS),
          count("events/", "session", Figure.EVENTS_PER_SESSION),
          count("events", "in total", Figure.TOTAL_EVENTS),
          count("latency", "p50, ms", Figure.P50_LATENCY),
          count("latency", "p95, ms", Figure.P95_LATENCY),
          new FigureColumn("throughput", "events/s", ReportTable::throughput));

  private static final List<FigureColumn> SIZE =
      List.of(
          count("payload", "B/event", Figure.AVG_PAYLOAD),
          count("payload", "total, B", Figure.TOTAL_PAYLOAD),
          count("patch ops", "/event", Figure.AVG_PATCH_OPS),
          count("patch ops", "in total", Figure.TOTAL_PATCH_OPS),
          count("peak KiB", "/session", Figure.PEAK_MEMORY),
          count("memory", "KiB", Figure.TOTAL_MEMORY));

  private static final List<FigureColumn> WORK =
      List.of(
          count("CPU units", "/event", Figure.AVG_CPU),
          count("CPU units", "at most", Figure.MAX_CPU),
          count("allocated", "B/event", Figure.AVG_ALLOCATED),
          count("latency", "p99, ms", Figure.P99_LATENCY),
          percent("CPU", "busy, %", Figure.CPU_UTILISATION),
          percent("link", "busy, %", Figure.LINK_UTILISATION));

  private ReportTable() {}

  /** The table, every line with its end. */
  public static String render(Report report) {
    StringBuilder text = new StringBuilder(profile(report.profile()));
    text.append("meter ").append(report.meter()).append('\n');
    for (List<FigureColumn> columns : List.of(TIME, SIZE, WORK)) {
      text.append(table(columns, report.scenarios()).blocks());
    }
    return text.toString();
  }

  private static TextTable table(List<FigureColumn> columns, List<ScenarioReport> scenarios) {
    TextTable table = new TextTable().left("", "workload");
    columns.forEach(column -> table.right(column.top, column.bottom));
    for (ScenarioReport scenario : scenarios) {
      String name = scenario.workload();
      boolean fits = name.length() <= MAX_NAME_WIDTH;
      List<String> cells = new ArrayList<>(List.of(fits ? name : ""));
      columns.forEach(column -> cells.add(column.figure.apply(scenario)));
      table.row(cells);
      if (!fits) {
        table.above(name);
      }
    }
    return table;
  }

  /** The profile on one line, or on one for each number where that is too long. */
  static String profile(Profile profile) {
    List<String> parts =
        List.of(
            "profile " + profile.name() + ":",
            Numbers.grouped(profile.cpuUnits()) + " CPU units/ms,",
            Numbers.grouped(profile.ioUnits()) + " B/ms,",
            Numbers.grouped(profile.memoryUnits()) + " KiB");
    String line = String.join(" ", parts);
    return (line.length() <= Output.WIDTH ? line : String.join("\n  ", parts)) + "\n";
  }

  private static FigureColumn count(String top, String bottom, Figure figure) {
    return new FigureColumn(top, bottom, scenario -> Numbers.grouped(figure.of(scenario)));
  }

  private static FigureColumn percent(String top, String bottom, Figure figure) {
    return new FigureColumn(top, bottom, scenario -> Percent.ofPermille(figure.of(scenario)));
  }

  private static String throughput(ScenarioReport scenario) {
    long eventsPerSecond = scenario.throughputEventsPerSecond();
    return eventsPerSecond == Long.MAX_VALUE ? "no limit" : Numbers.grouped(eventsPerSecond);
  }

  /** One figure of every scenario below two lines of heading. */
  private record FigureColumn(String top, String bottom, Function<ScenarioReport, String> figure) {}
}
