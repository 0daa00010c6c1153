package dev.lightspeed.harness.git;

import dev.lightspeed.harness.text.OneLine;
import dev.lightspeed.harness.text.Range;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A commit, as much of it as a history shows.
 *
 * @param hash its name, all of its 40 to 64 hexadecimal digits
 * @param epochSecond when it was committed, from 1970 to 9999
 * @param subject the first line of its message, made harmless to terminals; never empty
 */
public record Commit(String hash, long epochSecond, String subject) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{40,64}");
  private static final int SHORT = 9;

  /** The end of the year 9999: beyond, a date has more digits than a column. */
  static final long LAST_SECOND = 253_402_300_799L;

  /**
   * Makes the subject one harmless line.
   *
   * @throws IllegalArgumentException if the hash is none, or the time is out of range
   */
  public Commit {
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException("hash: '" + hash + "' does not match " + HASH);
    }
    Range.require("epochSecond", epochSecond, 0, LAST_SECOND);
    subject = OneLine.of(subject);
    subject = subject.isEmpty() ? "(no subject)" : subject;
  }

  /** The start of its hash, which git takes for the whole: nine digits. */
  public String shortHash() {
    return hash.substring(0, SHORT);
  }

  /** The day of the commit in UTC, such as {@code 2026-03-02}. */
  public String day() {
    return time().substring(0, "2026-03-02".length());
  }

  /** The time of the commit in UTC, such as {@code 2026-03-02T09:30:00Z}. */
  public String time() {
    return Instant.ofEpochSecond(epochSecond).toString();
  }
}
