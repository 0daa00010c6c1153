package dev.lightspeed.harness.workload;

/** A workload whose pages can be shown, because it comes with the client that its frames need. */
public interface Browsable extends Workload {

  /** A browser that shows nothing yet. */
  Browser browser();
}
