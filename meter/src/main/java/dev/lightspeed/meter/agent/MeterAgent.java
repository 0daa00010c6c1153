package dev.lightspeed.meter.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Starts the meter: as {@code -javaagent}, or as the {@code Launcher-Agent-Class} of an executable
 * jar, in both cases before any class of the application is loaded. Only its JVM calls it.
 */
public final class MeterAgent {

  /** What the command line's tools end with when they are not used as they can be. */
  private static final int BAD_USAGE = 2;

  private MeterAgent() {}

  /**
   * Entry of {@code -javaagent}. Options: {@link AgentOptions}. Where the meter cannot start, the
   * JVM ends with code 2 and one line that says why.
   */
  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    try {
      start(options, instrumentation);
    } catch (IllegalArgumentException | IllegalStateException e) {
      // The JVM would add a stack trace, and abort.
      System.err.println(e.getMessage());
      System.exit(BAD_USAGE);
    }
  }

  /**
   * Entry of {@code Launcher-Agent-Class}, and of a JVM that runs already. Takes the same options.
   *
   * @throws IllegalArgumentException if they cannot be used
   * @throws IllegalStateException if the meter cannot start in this JVM
   */
  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    start(options, instrumentation);
  }

  /**
   * The boot classes come first: until they are defined, nothing that mentions them may be loaded,
   * or the application's loader would keep its own copy of them. This class does not.
   */
  private static void start(@Nullable String options, Instrumentation instrumentation) {
    Preloading.begin();
    RequiredFields.check(RequiredFields.ALL);
    BootClasses.define(instrumentation);
    MeterTransformer.start(instrumentation, AgentOptions.of(options));
  }
}
