package dev.lightspeed.harness.workload;

import dev.lightspeed.harness.text.Range;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One workload at one size.
 *
 * @param workload the live UI and its users
 * @param sessionCount sessions at the same time, at least 1
 * @param eventsPerSession events that each of them sends after its mount, at least 1
 */
public record Scenario(Workload workload, int sessionCount, int eventsPerSession) {

  /**
   * Sessions from this index on behave as session {@code i mod 1024}: same script, same trace; they
   * think for themselves.
   */
  public static final int DISTINCT_SESSIONS = 1024;

  private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  /**
   * @throws IllegalArgumentException if a count is below 1 or the workload's label is malformed
   */
  public Scenario {
    requireLabel(workload.label());
    Range.require("sessionCount", sessionCount, 1, Integer.MAX_VALUE);
    Range.require("eventsPerSession", eventsPerSession, 1, Integer.MAX_VALUE);
  }

  /** Events of all sessions together. */
  public long totalEvents() {
    return (long) sessionCount * eventsPerSession;
  }

  /** How many sessions have a script of their own. */
  public int distinctSessions() {
    return Math.min(sessionCount, DISTINCT_SESSIONS);
  }

  /**
   * Refuses a label that files and reports could not carry.
   *
   * @return the label
   * @throws IllegalArgumentException if it does not match {@code [a-z][a-z0-9_]{0,63}}
   */
  public static String requireLabel(String label) {
    if (!LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException(
          "workload: the label '" + label + "' does not match " + LABEL.pattern());
    }
    return label;
  }

  /**
   * Refuses a list without workloads, or with one of them twice: figures are told apart by label.
   *
   * @param component what the list is called
   * @throws IllegalArgumentException if there is none, or one twice
   */
  public static void requireDistinct(String component, List<String> labels) {
    if (labels.isEmpty()) {
      throw new IllegalArgumentException(component + ": none, expected at least one");
    }
    Set<String> seen = new TreeSet<>();
    for (String label : labels) {
      if (!seen.add(label)) {
        throw new IllegalArgumentException(
            component + ": the workload '" + label + "' is there twice, expected once");
      }
    }
  }
}
