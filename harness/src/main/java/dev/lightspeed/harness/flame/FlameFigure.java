package dev.lightspeed.harness.flame;

import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.markup.Fragment;

/** The flame graph of one workload as a part of another page. It needs no script. */
public final class FlameFigure {

  private FlameFigure() {}

  /** The graph. */
  public static Fragment graph(WorkloadAttribution workload) {
    return new Fragment(FlameGraph.of(workload).frames());
  }

  /** The methods with the most work of their own, a table. */
  public static Fragment methods(WorkloadAttribution workload) {
    return new Fragment(FlameGraph.of(workload).methods());
  }

  /** The style sheet that the page has to have for it. */
  public static String css() {
    return FlamePage.resource("frames.css");
  }
}
