package dev.lightspeed.harness.workload;

/** A session that can show the page that its user sees. Never metered. */
public interface PageSource {

  /** The page's HTML as it stands, on one line, without a line break at its end. */
  String html();
}
