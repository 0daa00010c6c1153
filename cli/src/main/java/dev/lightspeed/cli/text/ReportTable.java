package dev.lightspeed.cli.text;

import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A report as a table of at most 80 columns: a line per scenario, a column per figure.
 *
 * <p>All figures do not fit beside each other, so they stand in blocks below each other, each with
 * the workloads' names: first the figures of time, then those of size, then what is behind them,
 * where it is known. A block holds as many columns as fit; large figures make another one. A name
 * too long for its column has a line to itself.
 */
public final class ReportTable {

  private static final int MAX_NAME_WIDTH = 20;
  private static final String GAP = "  ";

  private static final Column NAME =
      new Column(
          "",
          "workload",
          scenario -> scenario.workload().length() > MAX_NAME_WIDTH ? "" : scenario.workload());

  private static final List<Column> TIME =
      List.of(
          count("", "sessions", Figure.SESSIONS),
          count("events/", "session", Figure.EVENTS_PER_SESSION),
          count("events", "in total", Figure.TOTAL_EVENTS),
          count("latency", "p50, ms", Figure.P50_LATENCY),
          count("latency", "p95, ms", Figure.P95_LATENCY),
          new Column("throughput", "events/s", ReportTable::throughput));

  private static final List<Column> SIZE =
      List.of(
          count("payload", "B/event", Figure.AVG_PAYLOAD),
          count("payload", "total, B", Figure.TOTAL_PAYLOAD),
          count("patch ops", "/event", Figure.AVG_PATCH_OPS),
          count("patch ops", "in total", Figure.TOTAL_PATCH_OPS),
          count("peak KiB", "/session", Figure.PEAK_MEMORY),
          count("memory", "KiB", Figure.TOTAL_MEMORY));

  private static final List<Column> WORK =
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
    List<Column> names = List.of(NAME);
    for (List<Column> columns : List.of(TIME, SIZE, WORK)) {
      List<Column> block = new ArrayList<>(names);
      for (Column column : columns) {
        if (width(block, report) + GAP.length() + column.width(report) > Output.WIDTH) {
          appendBlock(text, block, report);
          block = new ArrayList<>(names);
        }
        block.add(column);
      }
      appendBlock(text, block, report);
    }
    return text.toString();
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

  private static void appendBlock(StringBuilder text, List<Column> block, Report report) {
    text.append('\n');
    appendLine(text, block, report, Column::top);
    appendLine(text, block, report, Column::bottom);
    for (ScenarioReport scenario : report.scenarios()) {
      if (scenario.workload().length() > MAX_NAME_WIDTH) {
        text.append(scenario.workload()).append('\n');
      }
      appendLine(text, block, report, column -> column.figure().apply(scenario));
    }
  }

  /** The first column, the names, is flush left and all others flush right. */
  private static void appendLine(
      StringBuilder text, List<Column> block, Report report, Function<Column, String> cell) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < block.size(); i++) {
      String content = cell.apply(block.get(i));
      String space = " ".repeat(block.get(i).width(report) - content.length());
      line.append(i == 0 ? content + space : GAP + space + content);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static int width(List<Column> block, Report report) {
    return block.stream().mapToInt(column -> column.width(report)).sum()
        + GAP.length() * (block.size() - 1);
  }

  private static Column count(String top, String bottom, Figure figure) {
    return new Column(top, bottom, scenario -> Numbers.grouped(figure.of(scenario)));
  }

  /** A figure in thousandths, as percent with one decimal. */
  private static Column percent(String top, String bottom, Figure figure) {
    return new Column(
        top,
        bottom,
        scenario -> {
          long permille = figure.of(scenario);
          return permille / 10 + "." + permille % 10;
        });
  }

  private static String throughput(ScenarioReport scenario) {
    long eventsPerSecond = scenario.throughputEventsPerSecond();
    return eventsPerSecond == Long.MAX_VALUE ? "no limit" : Numbers.grouped(eventsPerSecond);
  }

  /** One figure of every scenario below two lines of heading. */
  private record Column(String top, String bottom, Function<ScenarioReport, String> figure) {

    int width(Report report) {
      int width = Math.max(top.length(), bottom.length());
      for (ScenarioReport scenario : report.scenarios()) {
        width = Math.max(width, figure.apply(scenario).length());
      }
      return width;
    }
  }
}
