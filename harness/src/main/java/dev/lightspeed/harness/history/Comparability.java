package dev.lightspeed.harness.history;

import dev.lightspeed.harness.machine.Profile;
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
      obstacles.add("on " + inWords(now.profile()) + ", before on " + inWords(before.profile()));
    }
    return obstacles.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", obstacles));
  }

  /** Why figures of this scenario cannot be compared; empty if they can. */
  static Optional<String> obstacle(ScenarioReport before, ScenarioReport now) {
    boolean same =
        before.sessionCount() == now.sessionCount()
            && before.eventsPerSession() == now.eventsPerSession();
    return same ? Optional.empty() : Optional.of(size(now) + ", before " + size(before));
  }

  private static String size(ScenarioReport scenario) {
    return scenario.sessionCount() + " sessions × " + scenario.eventsPerSession() + " events";
  }

  private static String inWords(Profile profile) {
    return "profile "
        + profile.name()
        + " ("
        + profile.cpuUnits()
        + " CPU units/ms, "
        + profile.ioUnits()
        + " B/ms, "
        + profile.memoryUnits()
        + " KiB)";
  }
}
