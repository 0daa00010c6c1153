package dev.lightspeed.maven;

import java.util.List;

/**
 * How the command has ended.
 *
 * @param exitCode its exit code
 * @param result what it wrote down for this plugin
 * @param lastMessage its last message on standard error, in lines; empty if there was none
 * @param lastLines what else stood there last, such as the words of a JVM that could not start
 */
record Ending(
    int exitCode, ResultFile.Result result, List<String> lastMessage, List<String> lastLines) {

  /** The exit code of a command whose gate has failed. */
  static final int GATE_FAILED = 1;

  private static final int PASSED = 0;
  private static final int INTERNAL_ERROR = 3;

  Ending {
    lastMessage = List.copyOf(lastMessage);
    lastLines = List.copyOf(lastLines);
  }

  /** Whether exit code and result both say so: a workload can end the JVM with 0 as well. */
  boolean passed() {
    return exitCode == PASSED && result.problem().isEmpty();
  }

  /** Whether a gate has spoken: a JVM that could not start ends with the same code. */
  boolean gateFailed() {
    return exitCode == GATE_FAILED && !result.failures().isEmpty();
  }

  /** Whether all of the last message is what {@link #inWords} says, so that no log needs it. */
  boolean isToldByMessage() {
    return exitCode != PASSED && !gateFailed() && exitCode != INTERNAL_ERROR;
  }

  /** Why it did not pass. */
  String inWords() {
    if (gateFailed()) {
      int more = result.failures().size() - 1;
      return result.failures().get(0) + (more == 0 ? "" : " (and " + more + " more)");
    }
    if (exitCode == PASSED) {
      return "the command ended with 0 but " + result.problem().orElse("did not pass");
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
