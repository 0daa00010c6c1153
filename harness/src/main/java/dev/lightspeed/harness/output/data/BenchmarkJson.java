package dev.lightspeed.harness.output.data;

import dev.lightspeed.harness.file.JsonText;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Direction;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The shape that benchmark-tracking actions read as {@code customSmallerIsBetter}: a list of
 * values, each with a name and a unit. It has every figure of which less is better.
 */
public final class BenchmarkJson {

  private BenchmarkJson() {}

  /** The text of the file. */
  public static String write(Outcome outcome) {
    List<SortedMap<String, Object>> values = new ArrayList<>();
    for (ScenarioReport scenario : outcome.report().scenarios()) {
      for (Figure figure : Figure.values()) {
        if (figure.direction() == Direction.LOWER) {
          values.add(value(scenario, figure, figure.of(scenario)));
        }
      }
    }
    return JsonText.pretty(values);
  }

  private static SortedMap<String, Object> value(
      ScenarioReport scenario, Figure figure, long value) {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("name", scenario.workload() + ": " + figure.label());
    tree.put("unit", figure.unit());
    tree.put("value", value);
    return tree;
  }
}
