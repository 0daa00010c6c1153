package dev.lightspeed.harness.flame;

import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.AttributionDifference;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.attribution.WorkloadDifference;
import dev.lightspeed.harness.markup.Fragment;
import dev.lightspeed.harness.markup.HtmlPage;
import dev.lightspeed.harness.markup.HtmlWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Flame graphs as one {@link HtmlPage}. Its script, where it may run, zooms and searches.
 *
 * <p>The graphs hang from their root, as icicles do: callers above what they call.
 */
public final class FlamePage {

  private static final String CSS =
      FlameFigure.css() + HtmlPage.resource(FlamePage.class, "flame.css");
  private static final String SCRIPT = HtmlPage.resource(FlamePage.class, "flame.js");

  private FlamePage() {}

  /** The page of one run. */
  public static String of(Attribution attribution) {
    List<FlameGraph> graphs = new ArrayList<>();
    for (WorkloadAttribution workload : attribution.workloads()) {
      graphs.add(FlameGraph.of(workload));
    }
    return page(
        "Where the work went",
        attribution.meter(),
        "Width is work: a frame is as wide as the share of the method and all that it calls. Callers"
            + " stand above what they call; a colour is a class, grey is the JDK.",
        new HtmlWriter().done(),
        graphs);
  }

  /**
   * The page of two runs.
   *
   * @param meter what counted both
   */
  public static String of(String meter, AttributionDifference difference) {
    List<FlameGraph> graphs = new ArrayList<>();
    for (WorkloadDifference workload : difference.workloads()) {
      graphs.add(FlameGraph.of(workload));
    }
    return page(
        "What changed",
        meter,
        "Width is the work now, colour is the change since the baseline: of the method and all that"
            + " it calls on that path. Counts are exact, so whatever has a colour did change.",
        legend(),
        graphs);
  }

  private static String page(
      String title, String meter, String reading, Fragment legend, List<FlameGraph> graphs) {
    HtmlWriter html = new HtmlWriter().open("header").element("h1", title);
    html.open("p").text(reading + " Counted with ").element("code", meter).text(".").close();
    html.fragment(legend);
    if (graphs.size() > 1) {
      html.open("nav", "aria-label", "Workloads");
      for (int i = 0; i < graphs.size(); i++) {
        html.element("a", graphs.get(i).workload(), "href", "#w" + i).text(" ");
      }
      html.close();
    }
    html.close().empty("div", "id", "tools", "hidden", "").open("main");
    for (int i = 0; i < graphs.size(); i++) {
      html.fragment(graphs.get(i).section(i));
    }
    html.close().empty("footer", "id", "detail", "aria-live", "polite", "hidden", "");
    String data = FlameData.json(graphs);
    return HtmlPage.of(title + " - Lightspeed Harness", CSS, html.done(), data, SCRIPT);
  }

  private static Fragment legend() {
    String[][] steps = {
      {"s5", "shrank by half or more"},
      {"s3", "by 5 to 20 %"},
      {"s1", "by less than 1 %"},
      {"same", "the same"},
      {"g1", "grew by less than 1 %"},
      {"g3", "by 5 to 20 %"},
      {"g5", "by half of what it is now, or more"}
    };
    HtmlWriter html = new HtmlWriter().open("ul", "class", "legend");
    for (String[] step : steps) {
      html.open("li").empty("i", "class", step[0]).text(step[1]).close();
    }
    return html.close().done();
  }
}
