package dev.lightspeed.cli;

import dev.lightspeed.harness.file.AtomicFile;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.InputFile;
import dev.lightspeed.harness.gate.BaselineGate;
import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.gate.FigureComparison.State;
import dev.lightspeed.harness.gate.ScenarioComparison;
import dev.lightspeed.harness.gate.Tolerances;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.BaselineFile;
import dev.lightspeed.harness.report.KindFigures;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lightspeed update}: the one command that writes a baseline. */
@Command(
    name = "update",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    description = {
      "Run workloads, show how they differ from the baseline, and make what they give the new one.",
      "",
      "The baseline is a file to be reviewed and committed. No other command writes it, and this"
          + " one refuses to in CI. With --workload the entries of other workloads stay as they"
          + " are."
    })
final class UpdateCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private final ReportSource source = new ReportSource();

  @Mixin private final BaselineOption baselineOption = new BaselineOption();

  UpdateCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    if (output.environment().workplace().ci()) {
      throw new InputException(
          "a baseline is not written in CI (the variable CI is set): run '"
              + output.environment().workplace().update().orElse("lightspeed update")
              + "' where you work, look at the difference and commit it");
    }
    source.selection().requireOwnSizes();
    ReportSource.Prepared prepared = source.prepare(false, output);
    Path file = baselineOption.path(prepared.suite(), output.environment().workplace());
    OutFile.requireBaselineWritable("--baseline", file);
    Optional<Baseline> old = old(file);
    Set<String> kept = prepared.plan().notAsked();
    if (!kept.isEmpty() && old.isPresent()) {
      BaselineGate.requireComparable(
          "--workload: " + file, old.get().report(), prepared.meter(), prepared.plan().profile());
    }

    ReportSource.Counted counted = prepared.count(output);
    Report report = merged(counted.report(), old, kept);
    Baseline updated = new Baseline(report, kinds(counted, report, old), BaselineFile.runtime());
    boolean same = old.isPresent() && tell(old.get(), updated, file);
    if (!same) {
      AtomicFile.write(file, BaselineFile.write(updated));
      output.line(file + ": written; commit it with what has changed the figures");
    }
    return ExitCode.PASSED.code();
  }

  /** The baseline that is replaced. One that is damaged is told of, and replaced as well. */
  private Optional<Baseline> old(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(BaselineFile.read(file));
    } catch (InputException e) {
      if (!BaselineFile.wasBaseline(InputFile.text(file))) {
        throw new InputException(
            file + ": is no baseline, and is not replaced: name another file, or remove it first",
            e);
      }
      output.warning("replaced without a comparison: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Those that were counted, and the old ones of scenarios that are as they were. */
  private static NavigableMap<String, List<KindFigures>> kinds(
      ReportSource.Counted counted, Report report, Optional<Baseline> old) {
    NavigableMap<String, List<KindFigures>> kinds = new TreeMap<>(counted.kinds());
    old.ifPresent(
        baseline ->
            baseline.report().scenarios().stream()
                .filter(report.scenarios()::contains)
                .map(ScenarioReport::workload)
                .filter(baseline.kinds()::containsKey)
                .forEach(label -> kinds.putIfAbsent(label, baseline.kinds().get(label))));
    return kinds;
  }

  /** What was run, and of the old baseline what was not asked for. */
  private static Report merged(Report report, Optional<Baseline> old, Set<String> kept) {
    List<ScenarioReport> scenarios = new ArrayList<>(report.scenarios());
    Set<String> uncounted = new TreeSet<>(report.uncounted());
    if (old.isPresent() && !kept.isEmpty()) {
      old.get().report().scenarios().stream()
          .filter(scenario -> kept.contains(scenario.workload()))
          .forEach(scenarios::add);
      uncounted.addAll(old.get().report().uncounted());
    }
    return new Report(report.profile(), scenarios, report.meter(), List.copyOf(uncounted));
  }

  /** Shows what changes, and says whether nothing does. */
  private boolean tell(Baseline old, Baseline updated, Path file) {
    Report before = old.report();
    Report now = updated.report();
    if (!before.meter().equals(now.meter()) || !before.profile().equals(now.profile())) {
      output.line(
          "counted with "
              + now.meter()
              + " on profile "
              + now.profile().name()
              + ", before with "
              + before.meter()
              + " on "
              + before.profile().name()
              + ": no figure is comparable");
      return false;
    }
    Comparison comparison =
        BaselineGate.compare(file.toString(), now, updated.kinds(), old, Tolerances.none());
    if (comparison.isSame()) {
      boolean same = old.kinds().equals(updated.kinds());
      output.line(
          file
              + ": every figure is the same, "
              + (same ? "nothing is written" : "but not what kinds of events cost"));
      return same;
    }
    comparison.scenarios().forEach(this::tell);
    comparison.notCountedAnyMore().forEach(each -> tell("LOSS", "not counted any more: " + each));
    comparison.countedNow().forEach(each -> tell("GAIN", "counted now: " + each));
    return false;
  }

  private void tell(ScenarioComparison scenario) {
    String label = scenario.workload() + ": ";
    switch (scenario.presence()) {
      case ADDED -> tell("NEW ", label + size(scenario.now()));
      case REMOVED -> tell("GONE", label + size(scenario.before()));
      case RESIZED ->
          tell("SIZE", label + size(scenario.now()) + ", before " + size(scenario.before()));
      case COMPARED -> {
        scenario.lines(State.WORSE).forEach(line -> tell("LOSS", line));
        scenario.lines(State.BETTER).forEach(line -> tell("GAIN", line));
      }
    }
  }

  private void tell(String word, String line) {
    String style = word.equals("LOSS") ? "bold,red" : word.equals("GAIN") ? "bold,green" : "bold";
    output.verdict(style, word, line);
  }

  private static String size(Optional<ScenarioReport> scenario) {
    return Size.of(scenario.orElseThrow()).inWords();
  }
}
