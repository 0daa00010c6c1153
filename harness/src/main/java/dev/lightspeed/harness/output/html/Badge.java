package dev.lightspeed.harness.output.html;

import dev.lightspeed.harness.markup.HtmlWriter;
import dev.lightspeed.harness.run.Outcome;

/** The verdict as a small picture for a README. */
public final class Badge {

  private static final String SUBJECT = "performance";

  /** Of the font below, a character on average; the text is then fitted to it. */
  private static final int CHARACTER = 7;

  private static final int PADDING = 12;

  private Badge() {}

  /** The text of the SVG file. */
  public static String write(Outcome outcome) {
    String verdict = outcome.status().word();
    String colour =
        switch (outcome.status()) {
          case PASSED, BETTER, TOLERATED -> "#116329";
          case FAILED -> "#b42318";
          case NOT_GATED -> "#5b606b";
        };
    int left = width(SUBJECT);
    int right = width(verdict);
    HtmlWriter svg = new HtmlWriter();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        Integer.toString(left + right),
        "height",
        "20",
        "role",
        "img",
        "aria-label",
        SUBJECT + ": " + verdict);
    svg.element("title", SUBJECT + ": " + outcome.headline());
    part(svg, 0, left, "#3b3f46", SUBJECT);
    part(svg, left, right, colour, verdict);
    return svg.close().done().html();
  }

  private static void part(HtmlWriter svg, int x, int width, String colour, String text) {
    svg.empty(
        "rect",
        "x",
        Integer.toString(x),
        "width",
        Integer.toString(width),
        "height",
        "20",
        "fill",
        colour);
    svg.element(
        "text",
        text,
        "x",
        Integer.toString(x + PADDING / 2),
        "y",
        "14",
        "textLength",
        Integer.toString(width - PADDING),
        "fill",
        "#fff",
        "font-family",
        "Verdana, DejaVu Sans, sans-serif",
        "font-size",
        "11");
  }

  private static int width(String text) {
    return text.length() * CHARACTER + PADDING;
  }
}
