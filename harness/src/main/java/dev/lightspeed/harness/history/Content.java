package dev.lightspeed.harness.history;

import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.text.OneLine;
import java.util.Optional;

/** What a version of a baseline holds. */
public sealed interface Content {

  /**
   * A baseline.
   *
   * @param value the baseline
   */
  record Present(Baseline value) implements Content {}

  /** Nothing: the file was removed. */
  record Absent() implements Content {}

  /**
   * Something that cannot be read, such as a file of a version that is read no more.
   *
   * @param problem why, in a line that is harmless to terminals
   */
  record Unreadable(String problem) implements Content {

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
