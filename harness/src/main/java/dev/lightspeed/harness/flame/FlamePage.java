package dev.lightspeed.harness.flame;

import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.AttributionDifference;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.attribution.WorkloadDifference;
import dev.lightspeed.harness.markup.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Flame graphs as one HTML page that needs nothing else: no other file, no network, and no script
 * to be read. A script, where it may run, zooms and searches. The page forbids itself everything
 * but that one script, by its hash.
 *
 * <p>The graphs hang from their root, as icicles do: callers above what they call.
 */
public final class FlamePage {

  private static final String CSS = resource("frames.css") + resource("flame.css");
  private static final String SCRIPT = resource("flame.js");

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
        "",
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
      String title, String meter, String reading, String legend, List<FlameGraph> graphs) {
    StringBuilder html = new StringBuilder(1 << 16);
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
            + " 'unsafe-inline'; script-src 'sha256-");
    html.append(sha256(SCRIPT));
    html.append("'; base-uri 'none'; form-action 'none'\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.append("<title>").append(title).append(" - Lightspeed Harness</title>\n");
    html.append("<style>\n").append(CSS).append("</style>\n</head>\n<body>\n<header>\n<h1>");
    html.append(title).append("</h1>\n<p>").append(reading).append(" Counted with <code>");
    html.append(Html.escape(meter)).append("</code>.</p>\n").append(legend);
    if (graphs.size() > 1) {
      html.append("<nav aria-label=\"Workloads\">");
      for (int i = 0; i < graphs.size(); i++) {
        html.append("<a href=\"#w").append(i).append("\">");
        html.append(Html.escape(graphs.get(i).workload())).append("</a> ");
      }
      html.append("</nav>\n");
    }
    html.append("</header>\n<div id=\"tools\" hidden></div>\n<main>\n");
    for (int i = 0; i < graphs.size(); i++) {
      html.append(graphs.get(i).section(i));
    }
    html.append("</main>\n<footer id=\"detail\" aria-live=\"polite\" hidden></footer>\n");
    html.append("<script type=\"application/json\" id=\"data\">");
    html.append(Html.escapeJson(FlameData.json(graphs))).append("</script>\n");
    return html.append("<script>")
        .append(SCRIPT)
        .append("</script>\n</body>\n</html>\n")
        .toString();
  }

  private static String legend() {
    StringBuilder html = new StringBuilder("<ul class=\"legend\">\n");
    String[][] steps = {
      {"s5", "shrank by half or more"},
      {"s3", "by 5 to 20 %"},
      {"s1", "by less than 1 %"},
      {"same", "the same"},
      {"g1", "grew by less than 1 %"},
      {"g3", "by 5 to 20 %"},
      {"g5", "by half of what it is now, or more"}
    };
    for (String[] step : steps) {
      html.append("<li><i class=\"").append(step[0]).append("\"></i>").append(step[1]);
      html.append("</li>\n");
    }
    return html.append("</ul>\n").toString();
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String resource(String name) {
    try (InputStream in = FlamePage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource: " + name + " is not there");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
