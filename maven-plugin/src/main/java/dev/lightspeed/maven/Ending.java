package dev.lightspeed.maven;

import java.util.List;

/**
 * How the command has ended.
 *
 * @param exitCode its exit code
 * @param failures the verdicts that failed
 * @param lastMessage its last message on standard error, in lines; empty if there was none
 * @param lastLines what else stood there last, such as the words of a JVM that could not start
 */
record Ending(
    int exitCode, List<String> failures, List<String> lastMessage, List<String> lastLines) {

  private static final int GATE_FAILED = 1;
  private static final int INTERNAL_ERROR = 3;

  Ending {
    failures = List.copyOf(failures);
    lastMessage = List.copyOf(lastMessage);
    lastLines = List.copyOf(lastLines);
  }

  boolean passed() {
    return exitCode == 0;
  }

  /** Whether a gate has spoken: a JVM that could not start ends with the same code. */
  boolean gateFailed() {
    return exitCode == GATE_FAILED && !failures.isEmpty();
  }

  /** Whether all of the last message is what {@link #inWords} says, so that no log needs it. */
  boolean isToldByMessage() {
    return !passed() && !gateFailed() && exitCode != INTERNAL_ERROR;
  }

  /** Why it did not pass. */
  String inWords() {
    if (gateFailed()) {
      int more = failures.size() - 1;
      return failures.get(0) + (more == 0 ? "" : " (and " + more + " more)");
    }
    if (lastMessage.isEmpty()) {
      return "the command ended with exit code "
          + exitCode
          + (lastLines.isEmpty() ? " and did not say why" : ":\n" + String.join("\n", lastLines));
    }
    // A stack trace follows, which the log has.
    return exitCode == INTERNAL_ERROR ? lastMessage.get(0) : String.join("\n", lastMessage);
  }
}
