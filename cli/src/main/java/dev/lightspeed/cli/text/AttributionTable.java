package dev.lightspeed.cli.text;

import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.EventKind;
import dev.lightspeed.harness.attribution.MethodCost;
import dev.lightspeed.harness.attribution.MethodCost.Rank;
import dev.lightspeed.harness.attribution.MethodName;
import dev.lightspeed.harness.attribution.Share;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.text.Numbers;
import java.util.List;
import java.util.Map;

/** An attribution for people: per workload its kinds of event, then its most expensive methods. */
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
    StringBuilder text = new StringBuilder(NameTable.wrapped("counted with", attribution.meter()));
    for (WorkloadAttribution workload : attribution.workloads()) {
      text.append('\n');
      text.append(
          NameTable.wrapped(workload.workload() + ":", workload.size() + ",", "mounts included"));
      text.append('\n');
      text.append(table.kinds(workload)).append('\n').append(table.methods(workload));
    }
    return text.toString();
  }

  private String kinds(WorkloadAttribution workload) {
    boolean bytes = rank == Rank.ALLOCATED;
    NameTable table =
        new NameTable("steps", bytes ? "bytes" : "CPU units", "share", "each", "event");
    long whole = bytes ? workload.allocatedBytes() : workload.cpuUnits();
    for (EventKind kind : workload.kinds()) {
      long part = bytes ? kind.allocatedBytes() : kind.cpuUnits();
      table.add(
          name(kind.name()),
          List.of(
              Numbers.grouped(kind.count()),
              Numbers.grouped(part),
              Share.percent(part, whole),
              Numbers.grouped(part / kind.count())));
    }
    return table.text();
  }

  private String methods(WorkloadAttribution workload) {
    boolean bytes = rank == Rank.ALLOCATED;
    long whole = bytes ? workload.allocatedBytes() : workload.cpuUnits();
    List<MethodCost> costs = MethodCost.of(workload, rank);
    List<MethodCost> shown = costs.subList(0, Math.min(top, costs.size()));
    Map<String, String> names = MethodName.distinct(shown.stream().map(MethodCost::frame).toList());
    NameTable table =
        bytes
            ? new NameTable("own bytes", "own", "total", "own units", "method")
            : new NameTable("own units", "own", "total", "own bytes", "method");
    long ownLeft = whole;
    long otherLeft = bytes ? workload.cpuUnits() : workload.allocatedBytes();
    for (MethodCost cost : shown) {
      long own = bytes ? cost.ownBytes() : cost.ownUnits();
      long other = bytes ? cost.ownUnits() : cost.ownBytes();
      table.add(
          method(cost.frame(), names),
          List.of(
              Numbers.grouped(own),
              Share.percent(own, whole),
              Share.percent(bytes ? cost.totalBytes() : cost.totalUnits(), whole),
              Numbers.grouped(other)));
      ownLeft -= own;
      otherLeft -= other;
    }
    int others = costs.size() - shown.size();
    if (others > 0) {
      table.add(
          Numbers.counted(others, "other method"),
          List.of(
              Numbers.grouped(ownLeft),
              Share.percent(ownLeft, whole),
              "",
              Numbers.grouped(otherLeft)));
    }
    return table.text();
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
