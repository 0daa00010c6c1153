package dev.lightspeed.meter;

import java.util.Locale;

/** What the JDK's share of the work counts for. */
public enum MeterMode {
  /**
   * The JDK is not counted; calls into it are priced by a published table. The same counts on every
   * JDK.
   */
  PORTABLE,
  /** The JDK's own bytecodes are counted. Comparable within one release of the JDK only. */
  FULL;

  /** The mode as options and files spell it, {@code portable} or {@code full}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
