package dev.lightspeed.cli.text;

import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.EventType;
import dev.lightspeed.harness.attribution.MethodCost;
import dev.lightspeed.harness.attribution.MethodCost.Rank;
import dev.lightspeed.harness.attribution.MethodName;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.text.Percent;
import java.util.List;
import java.util.Map;

/** An attribution for people: per workload its event types, then its most expensive methods. */
public final class AttributionTable {

  private final Rank rank;
  private final int top;

  private AttributionTable(Rank rank, int top) {
    this.rank = rank;
    this.top = top;
  }

  /**
   * The tables of {@code attribution}.
   *
   * @param rank what methods are ranked by
   * @param top how many methods are named, at least 1
   */
  public static String render(Attribution attribution, Rank rank, int top) {
    AttributionTable table = new AttributionTable(rank, top);
    StringBuilder text = new StringBuilder(Wrapping.parts("counted with", attribution.meter()));
    for (WorkloadAttribution workload : attribution.workloads()) {
      text.append('\n');
      text.append(
          Wrapping.parts(workload.workload() + ":", workload.size() + ",", "mounts included"));
      text.append('\n');
      text.append(table.eventTypes(workload)).append('\n').append(table.methods(workload));
    }
    return text.toString();
  }

  private String eventTypes(WorkloadAttribution workload) {
    boolean bytes = rank == Rank.ALLOCATED;
    TextTable table = table("steps", bytes ? "bytes" : "CPU units", "share", "each", "event");
    long whole = bytes ? workload.allocatedBytes() : workload.cpuUnits();
    for (EventType eventType : workload.eventTypes()) {
      long part = bytes ? eventType.allocatedBytes() : eventType.cpuUnits();
      table.row(
          List.of(
              Numbers.grouped(eventType.count()),
              Numbers.grouped(part),
              Percent.of(part, whole),
              Numbers.grouped(part / eventType.count()),
              name(eventType.name())));
    }
    return table.named();
  }

  private String methods(WorkloadAttribution workload) {
    boolean bytes = rank == Rank.ALLOCATED;
    long whole = bytes ? workload.allocatedBytes() : workload.cpuUnits();
    List<MethodCost> costs = MethodCost.of(workload, rank);
    List<MethodCost> shown = costs.subList(0, Math.min(top, costs.size()));
    Map<String, String> names = MethodName.distinct(shown.stream().map(MethodCost::frame).toList());
    TextTable table =
        bytes
            ? table("own bytes", "own", "total", "own units", "method")
            : table("own units", "own", "total", "own bytes", "method");
    long ownLeft = whole;
    long otherLeft = bytes ? workload.cpuUnits() : workload.allocatedBytes();
    for (MethodCost cost : shown) {
      long own = bytes ? cost.ownBytes() : cost.ownUnits();
      long other = bytes ? cost.ownUnits() : cost.ownBytes();
      table.row(
          List.of(
              Numbers.grouped(own),
              Percent.of(own, whole),
              Percent.of(bytes ? cost.totalBytes() : cost.totalUnits(), whole),
              Numbers.grouped(other),
              method(cost.frame(), names)));
      ownLeft -= own;
      otherLeft -= other;
    }
    int others = costs.size() - shown.size();
    if (others > 0) {
      table.row(
          List.of(
              Numbers.grouped(ownLeft),
              Percent.of(ownLeft, whole),
              "",
              Numbers.grouped(otherLeft),
              Numbers.counted(others, "other method")));
    }
    return table.named();
  }

  /** A table of figures below these headings, and of names below the last. */
  static TextTable table(String... headings) {
    TextTable table = new TextTable();
    for (int i = 0; i < headings.length - 1; i++) {
      table.right(headings[i]);
    }
    return table.left(headings[headings.length - 1]);
  }

  /** A method as tables name it: shortened, and marked if it is the JDK's. */
  static String method(String frame, Map<String, String> names) {
    String name = name(names.getOrDefault(frame, frame));
    return MethodName.of(frame).isJdk() ? "JDK " + name : name;
  }

  /** A name as tables show it: one that cannot be seen is described. */
  static String name(String name) {
    return name.isBlank() ? "(no name)" : name;
  }
}
