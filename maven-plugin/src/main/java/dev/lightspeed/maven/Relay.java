package dev.lightspeed.maven;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/**
 * Passes what the command says on to Maven's log, line by line, and remembers why it failed. Called
 * by a thread for each stream.
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
  private final List<String> failures = new ArrayList<>();

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
   */
  synchronized Ending ending(int exitCode) {
    Ending ending = new Ending(exitCode, failures, last, List.copyOf(lastLines));
    if (!ending.isToldByMessage()) {
      flush();
    }
    return ending;
  }

  private void flush() {
    last.forEach(log::warn);
    last.clear();
  }

  /** Whether it is a verdict that failed, or what to do then; such a line has been logged. */
  private boolean isVerdict(String line) {
    boolean begins = line.startsWith(FAIL);
    boolean goesOn = inFailure && line.startsWith(CONTINUED);
    inFailure = begins || goesOn;
    if (begins) {
      failures.add(line.substring(FAIL.length()));
    } else if (goesOn) {
      int current = failures.size() - 1;
      failures.set(current, failures.get(current) + " " + line.strip());
    } else if (!line.startsWith(WAY_OUT)) {
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
