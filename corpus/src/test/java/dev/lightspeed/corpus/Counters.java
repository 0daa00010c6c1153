package dev.lightspeed.corpus;

/** The counter of this JVM: a meter is configured once. */
final class Counters {

  static final PassCounter PORTABLE = PassCounter.of("portable");

  private Counters() {}
}
