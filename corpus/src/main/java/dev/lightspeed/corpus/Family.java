package dev.lightspeed.corpus;

import java.util.Locale;

/** What the work of a program is like. */
public enum Family {
  /** Searches, recursion and dynamic programming in plain Java. */
  ALGORITHMS,
  /** Bytes in and bytes out: hashes, checksums, compression. */
  BYTES,
  /** Maps, queues and streams. */
  COLLECTIONS,
  /** Libraries that read, query and compare data. */
  DATA,
  /** JSON, read and written. */
  JSON,
  /** The standard workloads. */
  LIVE,
  /** HTML, Markdown, XML and YAML. */
  MARKUP,
  /** Floating point and big numbers. */
  NUMBERS,
  /** The sorts of the JDK. */
  SORTING,
  /** Template engines. */
  TEMPLATES,
  /** Strings, formats and regular expressions. */
  TEXT;

  /** The family as reports spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
