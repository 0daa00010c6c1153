package dev.lightspeed.harness.history;

import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.text.OneLine;
import java.util.Optional;

/** What a version of a baseline holds. */
public sealed interface BaselineContent {

  /**
   * A baseline.
   *
   * @param value the baseline
   */
  record Present(Baseline value) implements BaselineContent {}

  /** Nothing: the file was removed. */
  record Absent() implements BaselineContent {}

  /**
   * Something that cannot be read, such as a file of a version that is read no more.
   *
   * @param problem why, in a line that is harmless to terminals
   */
  record Unreadable(String problem) implements BaselineContent {

    /** Makes the problem one harmless line. */
    public Unreadable {
      problem = OneLine.of(problem);
    }
  }

  /** The baseline, if there is one that can be read. */
  default Optional<Baseline> baseline() {
    return this instanceof Present present ? Optional.of(present.value()) : Optional.empty();
  }
}
