package dev.lightspeed.harness.output.data;

import dev.lightspeed.harness.capacity.Capacity;
import dev.lightspeed.harness.capacity.CapacityPoint;
import dev.lightspeed.harness.capacity.CapacityPoint.Broken;
import dev.lightspeed.harness.capacity.Tenant;
import dev.lightspeed.harness.file.JsonText;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.ProfileFile;
import dev.lightspeed.harness.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Capacities as JSON, schema {@code capacity/1}: keys sorted, the same bytes for equal results. */
public final class CapacityJson {

  private static final String SCHEMA = "capacity/1";

  private CapacityJson() {}

  /** The text of a capacity file. */
  public static String write(Profile profile, String meter, List<Capacity> capacities) {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("capacities", capacities.stream().map(CapacityJson::tree).toList());
    tree.put("meter", meter);
    tree.put("profile", ProfileFile.tree(profile));
    tree.put("schema", SCHEMA);
    return JsonText.pretty(tree);
  }

  private static SortedMap<String, Object> tree(Capacity capacity) {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("checkedAbove", capacity.checkedAbove());
    tree.put("checkedBelow", capacity.checkedBelow());
    tree.put("curve", capacity.curve().stream().map(CapacityJson::tree).toList());
    tree.put("fitAgain", capacity.fitAgain());
    tree.put(
        "givesWay",
        capacity.beyond().map(CapacityPoint::broken).orElse(List.of()).stream()
            .map(CapacityJson::tree)
            .toList());
    tree.put("sessions", capacity.sessions());
    List<SortedMap<String, Object>> workloads = new ArrayList<>();
    for (Tenant tenant : capacity.tenants()) {
      SortedMap<String, Object> workload = new TreeMap<>();
      workload.put("weight", tenant.weight());
      workload.put("workload", tenant.workload());
      workloads.add(workload);
    }
    tree.put("workloads", workloads);
    return tree;
  }

  private static SortedMap<String, Object> tree(Broken broken) {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("figure", broken.check().figure().key());
    tree.put("limit", broken.check().limit());
    tree.put("value", broken.check().value());
    tree.put("workload", broken.workload());
    return tree;
  }

  private static SortedMap<String, Object> tree(CapacityPoint point) {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("broken", point.broken().stream().map(CapacityJson::tree).toList());
    for (Figure figure : List.of(Figure.CPU_UTILISATION, Figure.LINK_UTILISATION)) {
      tree.put(figure.key(), point.ofMachine(figure));
    }
    tree.put("memoryUnits", point.memory().value());
    tree.put("p50LatencyMs", point.latency().p50());
    tree.put("p95LatencyMs", point.latency().p95());
    tree.put("p99LatencyMs", point.latency().p99());
    tree.put("sessions", point.sessions());
    return tree;
  }
}
