package dev.lightspeed.harness.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A page that needs nothing else: no other file, no network, and no script to be read. It forbids
 * itself everything but a script of its own, by its hash, if it has one.
 */
public final class HtmlPage {

  private HtmlPage() {}

  /** A page without a script: its head, and a body that somebody has written. */
  public static String of(String title, String css, Fragment body) {
    return page(title, css, "", body);
  }

  /**
   * A page with a script, which runs where it may.
   *
   * @param data what the script finds in the element {@code data}, JSON
   */
  public static String of(String title, String css, Fragment body, String data, String script) {
    HtmlWriter html = new HtmlWriter().fragment(body);
    html.open("script", "type", "application/json", "id", "data");
    html.fragment(new Fragment(Html.escapeJson(data))).close();
    html.open("script").fragment(new Fragment(script)).close();
    return page(title, css, " script-src 'sha256-" + sha256(script) + "';", html.done());
  }

  private static String page(String title, String css, String allowed, Fragment body) {
    HtmlWriter html = new HtmlWriter().open("html", "lang", "en");
    html.open("head").empty("meta", "charset", "utf-8");
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline';"
            + allowed
            + " base-uri 'none'; form-action 'none'");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title);
    html.open("style").fragment(new Fragment("\n" + css)).close().close();
    html.open("body").fragment(body).close().close();
    return "<!DOCTYPE html>\n" + html.done().html();
  }

  /** The text of a file beside a class. */
  public static String resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource: " + name + " is not there");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
}
