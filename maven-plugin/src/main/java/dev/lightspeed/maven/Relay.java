package dev.lightspeed.maven;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/**
 * Passes what the command says on to Maven's log, line by line, and remembers its last message.
 * What a line looks like decides on its level in the log alone: a workload can print as well.
 * Called by a thread for each stream.
 */
final class Relay {

  private static final String FAIL = "FAIL  ";

  /** In front of what a verdict goes on with, where it is wider than a terminal. */
  private static final String CONTINUED = " ".repeat(FAIL.length());

  private static final String WAY_OUT = "if that is meant to be: ";
  private static final String MESSAGE = "lightspeed: ";

  private static final int LINES_KEPT = 3;

  private final Log log;
  private final boolean failsBuild;

  /** The last message and what followed it: if the command fails, this is why. */
  private final List<String> last = new ArrayList<>();

  private final Deque<String> lastLines = new ArrayDeque<>();
  private boolean inFailure;

  /**
   * @param failsBuild whether a gate that fails is an error, and not a warning
   */
  Relay(Log log, boolean failsBuild) {
    this.log = log;
    this.failsBuild = failsBuild;
  }

  /** A line of standard output. */
  synchronized void out(String line) {
    if (!isVerdict(line)) {
      log.info(line);
    }
  }

  /** A line of standard error. */
  synchronized void err(String line) {
    if (line.startsWith(MESSAGE)) {
      flush();
      last.add(line.substring(MESSAGE.length()));
    } else if (!isVerdict(line)) {
      if (last.isEmpty()) {
        log.warn(line);
        lastLines.add(line);
        if (lastLines.size() > LINES_KEPT) {
          lastLines.remove();
        }
      } else {
        last.add(line);
      }
    }
  }

  /**
   * How it all ended, once both streams have.
   *
   * @param exitCode the command's
   * @param result what the command wrote down
   */
  synchronized Ending ending(int exitCode, ResultFile.Result result) {
    Ending ending = new Ending(exitCode, result, last, List.copyOf(lastLines));
    if (!ending.isToldByMessage()) {
      flush();
    }
    return ending;
  }

  private void flush() {
    last.forEach(log::warn);
    last.clear();
  }

  /** Whether it reads like a failed verdict or the way out; such a line has been logged. */
  private boolean isVerdict(String line) {
    boolean begins = line.startsWith(FAIL);
    boolean goesOn = inFailure && line.startsWith(CONTINUED);
    inFailure = begins || goesOn;
    if (!begins && !goesOn && !line.startsWith(WAY_OUT)) {
      return false;
    }
    if (failsBuild) {
      log.error(line);
    } else {
      log.warn(line);
    }
    return true;
  }
}
