package dev.lightspeed.junit;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.gate.BaselineGate;
import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.gate.Tolerances;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.BaselineFile;
import dev.lightspeed.harness.report.EventTypeFigures;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares with a committed baseline, as {@code lightspeed check} does and in its words.
 *
 * @param file the baseline's
 * @param command what accepts another report
 */
record BaselineCheck(Path file, String command) {

  /** With a baseline that was named. */
  static BaselineCheck of(Path file) {
    return new BaselineCheck(file, "lightspeed update --baseline " + file);
  }

  /** With the baseline beside a suite. */
  static BaselineCheck beside(Path suite) {
    String option = Folders.isFound(suite) ? "" : " --suite " + suite;
    return new BaselineCheck(BaselineFile.beside(suite), "lightspeed update" + option);
  }

  /**
   * What fails, and how to accept it; empty if nothing does.
   *
   * @throws InputException if there is no baseline, or one that cannot be compared
   */
  List<String> of(Report report, Tolerances tolerances) {
    return of(report, Collections.emptyMap(), tolerances);
  }

  /**
   * The same, which also tells the event types that figures changed with.
   *
   * @param eventTypes what each event type cost, by the workload's label
   * @throws InputException if there is no baseline, or one that cannot be compared
   */
  List<String> of(
      Report report, Map<String, List<EventTypeFigures>> eventTypes, Tolerances tolerances) {
    Baseline baseline = read();
    return lines(
        baseline, BaselineGate.compare(file.toString(), report, eventTypes, baseline, tolerances));
  }

  /**
   * The same for one scenario of the report; what the baseline says of others is left aside.
   *
   * @throws InputException if there is no baseline, or one that cannot be compared
   */
  List<String> of(Report report, ScenarioReport scenario, Tolerances tolerances) {
    Baseline baseline = read();
    Report one =
        new Report(report.profile(), List.of(scenario), report.meter(), report.uncounted());
    Set<String> all = new TreeSet<>();
    baseline.report().scenarios().forEach(each -> all.add(each.workload()));
    return lines(
        baseline,
        BaselineGate.compare(file.toString(), one, baseline.report(), tolerances).without(all));
  }

  private Baseline read() {
    if (!Files.exists(file)) {
      throw new InputException(
          file.toAbsolutePath() + ": there is no baseline: write it with " + accept());
    }
    return BaselineFile.read(file);
  }

  private List<String> lines(Baseline baseline, Comparison comparison) {
    if (comparison.passed()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(comparison.failures());
    baseline.remark(file.toString()).ifPresent(lines::add);
    lines.add("if that is meant to be: " + accept());
    return lines;
  }

  private String accept() {
    return "'" + command + "', and commit " + file;
  }
}
