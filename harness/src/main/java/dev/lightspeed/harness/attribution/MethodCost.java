package dev.lightspeed.harness.attribution;

import dev.lightspeed.harness.attribution.PathTable.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What one method cost on all call paths together.
 *
 * @param frame the method; or a event type of step, for what was done in none
 * @param ownUnits CPU units of the method itself, without what it called, at least 0
 * @param totalUnits with what it called; where it calls itself, counted once
 * @param ownBytes bytes that the method itself allocated, at least 0
 * @param totalBytes with what it called; where it calls itself, counted once
 */
public record MethodCost(
    String frame, long ownUnits, long totalUnits, long ownBytes, long totalBytes) {

  /** What methods are ranked by. */
  public enum Rank {
    /** Their own CPU units. */
    SELF(MethodCost::ownUnits),
    /** Their CPU units with what they called. */
    TOTAL(MethodCost::totalUnits),
    /** Their own allocated bytes. */
    ALLOCATED(MethodCost::ownBytes);

    private final ToLongFunction<MethodCost> figure;

    Rank(ToLongFunction<MethodCost> figure) {
      this.figure = figure;
    }

    /** The figure that decides. */
    public long of(MethodCost cost) {
      return figure.applyAsLong(cost);
    }
  }

  /** The methods of a workload, the most expensive first, equals by frame. */
  public static List<MethodCost> of(WorkloadAttribution workload, Rank rank) {
    List<MethodCost> costs = of(PathTable.of(workload));
    costs.sort(
        Comparator.<MethodCost>comparingLong(rank::of).reversed().thenComparing(MethodCost::frame));
    return List.copyOf(costs);
  }

  /** The methods of a table's run, by frame. */
  private static List<MethodCost> of(PathTable table) {
    Map<String, long[]> sums = new TreeMap<>();
    List<String> path = new ArrayList<>();
    Map<String, Integer> onPath = new TreeMap<>();
    for (int node = 1; node < table.size(); node++) {
      while (path.size() >= table.depth(node)) {
        onPath.merge(path.remove(path.size() - 1), -1, Integer::sum);
      }
      String frame = table.frame(node);
      path.add(frame);
      boolean outermost = onPath.merge(frame, 1, Integer::sum) == 1;
      long own = table.own(node, Measure.CPU_UNITS, Side.NOW);
      long ownBytes = table.own(node, Measure.ALLOCATED_BYTES, Side.NOW);
      if (table.depth(node) > 1 || own > 0 || ownBytes > 0) {
        long[] sum = sums.computeIfAbsent(frame, name -> new long[4]);
        sum[0] += own;
        sum[1] += outermost ? table.total(node, Measure.CPU_UNITS, Side.NOW) : 0;
        sum[2] += ownBytes;
        sum[3] += outermost ? table.total(node, Measure.ALLOCATED_BYTES, Side.NOW) : 0;
      }
    }
    List<MethodCost> costs = new ArrayList<>();
    sums.forEach((frame, sum) -> costs.add(new MethodCost(frame, sum[0], sum[1], sum[2], sum[3])));
    return costs;
  }
}
