package dev.lightspeed.harness.history;

import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether figures of two versions mean the same, and why not. */
final class Comparability {

  private Comparability() {}

  /** Why no figure of the one can be compared with one of the other; empty if they can. */
  static Optional<String> obstacle(Report before, Report now) {
    List<String> obstacles = new ArrayList<>();
    if (!before.meter().equals(now.meter())) {
      obstacles.add("counted with " + now.meter() + ", before with " + before.meter());
    }
    if (!before.profile().equals(now.profile())) {
      obstacles.add(
          "on profile "
              + now.profile().inWords()
              + ", before on profile "
              + before.profile().inWords());
    }
    return obstacles.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", obstacles));
  }

  /** Why figures of this scenario cannot be compared; empty if they can. */
  static Optional<String> obstacle(ScenarioReport before, ScenarioReport now) {
    return now.isAsLargeAs(before)
        ? Optional.empty()
        : Optional.of(now.sizeInWords() + ", before " + before.sizeInWords());
  }
}
