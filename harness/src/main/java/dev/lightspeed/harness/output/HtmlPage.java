package dev.lightspeed.harness.output;

import dev.lightspeed.harness.markup.Fragment;
import dev.lightspeed.harness.markup.HtmlWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What every page begins with: it needs no other file, no network and no script, and says so. */
final class HtmlPage {

  private static final String CSS = resource("report.css");

  private HtmlPage() {}

  /** The head of a page, its style sheet included. */
  static Fragment head(String title, String moreCss) {
    HtmlWriter html = new HtmlWriter();
    html.open("head").empty("meta", "charset", "utf-8");
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title);
    html.open("style").fragment(new Fragment("\n" + CSS + moreCss)).close().close();
    return html.done();
  }

  /** Adds a name and a value to a list of facts. */
  static void fact(HtmlWriter html, String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close();
  }

  /** A file beside this class. */
  static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource: " + name + " is not there");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
