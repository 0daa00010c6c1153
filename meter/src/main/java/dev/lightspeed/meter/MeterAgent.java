package dev.lightspeed.meter;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Starts the meter: as {@code -javaagent}, or as the {@code Launcher-Agent-Class} of an executable
 * jar, in both cases before any class of the application is loaded. Only its JVM calls it.
 */
public final class MeterAgent {

  private MeterAgent() {}

  /** Entry of {@code -javaagent}. Options: {@link AgentOptions}. */
  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    start(options, instrumentation);
  }

  /** Entry of {@code Launcher-Agent-Class}. Takes the same options. */
  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    start(options, instrumentation);
  }

  /**
   * The boot classes come first: until they are defined, nothing that mentions them may be loaded,
   * or the application's loader would keep its own copy of them. This class does not.
   */
  private static void start(@Nullable String options, Instrumentation instrumentation) {
    BootClasses.define(instrumentation);
    MeterTransformer.start(instrumentation, AgentOptions.of(options));
  }
}
