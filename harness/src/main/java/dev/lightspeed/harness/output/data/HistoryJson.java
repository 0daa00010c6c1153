package dev.lightspeed.harness.output.data;

import dev.lightspeed.harness.file.JsonText;
import dev.lightspeed.harness.history.BaselineVersion;
import dev.lightspeed.harness.history.FigureHistory;
import dev.lightspeed.harness.history.FigureStep;
import dev.lightspeed.harness.report.Figure.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a figure went as JSON, schema {@code history/1}: a point for each version of the baseline,
 * oldest first. Keys are sorted; integers beyond ±(2^53 - 1) are strings.
 */
public final class HistoryJson {

  private static final String SCHEMA = "history/1";

  private HistoryJson() {}

  /** The text of the file. */
  public static String write(FigureHistory history) {
    List<SortedMap<String, Object>> points = new ArrayList<>();
    for (FigureStep step : history.steps()) {
      if (points.isEmpty() && step.before().isPresent()) {
        points.add(point(step.before().get(), step.was(), "start", ""));
      }
      points.add(point(step.version(), step.value(), step.kind().word(), step.reason()));
    }
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("baseline", history.baseline());
    tree.put("better", history.figure().direction() == Direction.HIGHER ? "higher" : "lower");
    tree.put("figure", history.figure().key());
    tree.put("points", points);
    tree.put("schema", SCHEMA);
    tree.put("unit", history.figure().unit());
    tree.put("workload", history.workload());
    return JsonText.pretty(tree);
  }

  private static SortedMap<String, Object> point(
      BaselineVersion version, OptionalLong value, String change, String reason) {
    SortedMap<String, Object> point = new TreeMap<>();
    point.put("change", change);
    version
        .commit()
        .ifPresent(
            commit -> {
              point.put("commit", commit.hash());
              point.put("subject", commit.subject());
              point.put("time", commit.time());
            });
    version
        .content()
        .baseline()
        .ifPresent(baseline -> point.put("meter", baseline.report().meter()));
    if (!reason.isEmpty()) {
      point.put("reason", reason);
    }
    value.ifPresent(each -> point.put("value", each));
    return point;
  }
}
