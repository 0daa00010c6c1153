package dev.lightspeed.harness.flame;

import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.markup.Fragment;
import dev.lightspeed.harness.markup.HtmlPage;

/** The flame graph of one workload as a part of another page. It needs no script. */
public final class FlameFigure {

  private FlameFigure() {}

  /** The graph. */
  public static Fragment graph(WorkloadAttribution workload) {
    return FlameGraph.of(workload).frames();
  }

  /** The methods with the most work of their own, a table. */
  public static Fragment methods(WorkloadAttribution workload) {
    return FlameGraph.of(workload).methods();
  }

  /** The style sheet that the page has to have for it. */
  public static String css() {
    return HtmlPage.resource(FlameFigure.class, "frames.css");
  }
}
