package dev.lightspeed.meter;

import java.lang.instrument.Instrumentation;

/**
 * Starts the meter: as {@code -javaagent}, or as the {@code Launcher-Agent-Class} of an executable
 * jar, in both cases before any class of the application is loaded. Only its JVM calls it.
 */
public final class MeterAgent {

  private MeterAgent() {}

  /** Entry of {@code -javaagent}. Takes no options. */
  public static void premain(String options, Instrumentation instrumentation) {
    start(instrumentation);
  }

  /** Entry of {@code Launcher-Agent-Class}. Takes no options. */
  public static void agentmain(String options, Instrumentation instrumentation) {
    start(instrumentation);
  }

  /**
   * The boot classes come first: until they are defined, nothing that mentions them may be loaded,
   * or the application's loader would keep its own copy of them. This class does not.
   */
  private static void start(Instrumentation instrumentation) {
    BootClasses.define(instrumentation);
    MeterTransformer.start(instrumentation);
  }
}
