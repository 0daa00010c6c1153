package dev.lightspeed.harness.attribution;

import dev.lightspeed.harness.attribution.PathTable.Side;
import dev.lightspeed.meter.RetainedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two runs of one workload.
 *
 * @param before the baseline
 * @param now the run that is looked at
 */
public record WorkloadDifference(WorkloadAttribution before, WorkloadAttribution now) {

  /** The workload's label. */
  public String workload() {
    return now.workload();
  }

  /** How {@code figure} changed. */
  public FigureDifference of(Quantity figure) {
    List<Contribution> eventTypes = eventTypes(figure);
    SortedSet<String> changed = new TreeSet<>(eventTypes.stream().map(Contribution::name).toList());
    List<Contribution> parts =
        switch (figure) {
          case CPU -> methods(Measure.CPU_UNITS, kindNames());
          case ALLOCATION -> methods(Measure.ALLOCATED_BYTES, kindNames());
          case PAYLOAD, PATCH_OPS -> methods(Measure.CPU_UNITS, changed);
          case MEMORY -> types();
        };
    return new FigureDifference(figure, figure.of(before), figure.of(now), eventTypes, parts);
  }

  private SortedSet<String> kindNames() {
    SortedSet<String> names = new TreeSet<>();
    before.eventTypes().forEach(eventType -> names.add(eventType.name()));
    now.eventTypes().forEach(eventType -> names.add(eventType.name()));
    return names;
  }

  private List<Contribution> eventTypes(Quantity figure) {
    Map<String, long[]> sums = new TreeMap<>();
    for (EventType eventType : before.eventTypes()) {
      sums.put(eventType.name(), new long[] {figure.of(eventType), 0, eventType.count(), 0});
    }
    for (EventType eventType : now.eventTypes()) {
      long[] sum = sums.computeIfAbsent(eventType.name(), name -> new long[4]);
      sum[1] = figure.of(eventType);
      sum[3] = eventType.count();
    }
    return changes(sums);
  }

  private List<Contribution> types() {
    Map<String, long[]> sums = new TreeMap<>();
    for (RetainedType type : before.peak().types()) {
      sums.put(type.type(), new long[] {type.bytes(), 0, type.objects(), 0});
    }
    for (RetainedType type : now.peak().types()) {
      long[] sum = sums.computeIfAbsent(type.type(), name -> new long[4]);
      sum[1] = type.bytes();
      sum[3] = type.objects();
    }
    return changes(sums);
  }

  private static List<Contribution> changes(Map<String, long[]> sums) {
    List<Contribution> changes = new ArrayList<>();
    sums.forEach(
        (name, sum) -> {
          if (sum[0] != sum[1]) {
            changes.add(Contribution.of(name, sum[0], sum[1], sum[2], sum[3]));
          }
        });
    changes.sort(Contribution.LARGEST_FIRST);
    return changes;
  }

  /** What changed in the methods' own shares, within {@code eventTypes}. */
  private List<Contribution> methods(Measure measure, SortedSet<String> eventTypes) {
    PathTable table = PathTable.of(before, now);
    Map<String, MethodSum> sums = new TreeMap<>();
    boolean within = false;
    for (int node = 1; node < table.size(); node++) {
      within = table.depth(node) == 1 ? eventTypes.contains(table.frame(node)) : within;
      if (within) {
        sums.computeIfAbsent(table.frame(node), frame -> new MethodSum()).add(table, node, measure);
      }
    }
    List<Contribution> changes = new ArrayList<>();
    sums.forEach(
        (frame, sum) -> {
          if (sum.before != sum.now) {
            changes.add(sum.change(frame));
          }
        });
    changes.sort(Contribution.LARGEST_FIRST);
    return changes;
  }

  /** A method's own share on all paths, and the paths on which it changed. */
  private static final class MethodSum {

    private final SortedSet<String> eventTypes = new TreeSet<>();
    private @Nullable List<String> commonPath;
    private long before;
    private long now;

    void add(PathTable table, int node, Measure measure) {
      long ownBefore = table.own(node, measure, Side.BEFORE);
      long ownNow = table.own(node, measure, Side.NOW);
      before = Math.addExact(before, ownBefore);
      now = Math.addExact(now, ownNow);
      if (ownBefore != ownNow) {
        List<String> path = table.path(node);
        List<String> below = path.subList(1, path.size());
        eventTypes.add(path.get(0));
        commonPath = commonPath == null ? below : commonStart(commonPath, below);
      }
    }

    Contribution change(String frame) {
      List<String> path = commonPath == null ? List.of() : commonPath;
      return new Contribution(frame, before, now, 0, 0, List.copyOf(eventTypes), path);
    }

    private static List<String> commonStart(List<String> one, List<String> other) {
      int length = 0;
      while (length < Math.min(one.size(), other.size())
          && one.get(length).equals(other.get(length))) {
        length++;
      }
      return one.subList(0, length);
    }
  }
}
