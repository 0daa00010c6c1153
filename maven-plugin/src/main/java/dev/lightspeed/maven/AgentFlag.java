package dev.lightspeed.maven;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The flag of a JVM that starts the meter.
 *
 * @param text as it stands among other flags, quoted if it has to be
 */
record AgentFlag(String text) {

  /** The flag for the agent in {@code jar}. */
  static AgentFlag of(Path jar) {
    String flag = "-javaagent:" + jar;
    return new AgentFlag(flag.indexOf(' ') < 0 ? flag : '"' + flag + '"');
  }

  /**
   * The flag in front of {@code others}. Where it is among them it stays there, because a goal may
   * run twice: in the build, and once more in one that another goal has forked.
   */
  String inFrontOf(@Nullable String others) {
    if (others == null || others.isBlank()) {
      return text;
    }
    return others.contains(text) ? others : text + " " + others;
  }
}
