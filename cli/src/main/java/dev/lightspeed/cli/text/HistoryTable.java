package dev.lightspeed.cli.text;

import dev.lightspeed.harness.gate.ScenarioComparison.Presence;
import dev.lightspeed.harness.git.Commit;
import dev.lightspeed.harness.history.BaselineChange;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.ReportSignature;
import dev.lightspeed.harness.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What commits changed in a baseline, a line each of at most 80 columns, the newest first; below
 * it, what else is to be said.
 */
public final class HistoryTable {

  /** As many digits as tell two states of one baseline apart. */
  private static final int SIGNATURE = 8;

  private static final List<ChangeCount> COUNTS =
      List.of(
          new ChangeCount("worse", true, BaselineChange::worse),
          new ChangeCount("better", true, BaselineChange::better),
          new ChangeCount("new", false, change -> change.scenarios(Presence.ADDED)),
          new ChangeCount("gone", false, change -> change.scenarios(Presence.REMOVED)),
          new ChangeCount("resized", false, change -> change.scenarios(Presence.RESIZED)));

  private HistoryTable() {}

  /** A column of numbers: figures always, scenarios where any has changed. */
  private record ChangeCount(
      String heading, boolean always, ToLongFunction<BaselineChange> value) {}

  /** The table, every line with its end. */
  public static String render(List<BaselineChange> newestFirst) {
    List<ChangeCount> counts =
        COUNTS.stream()
            .filter(
                count ->
                    count.always
                        || newestFirst.stream().anyMatch(each -> count.value.applyAsLong(each) > 0))
            .toList();
    TextTable table = new TextTable();
    table.left("commit").left("date");
    counts.forEach(count -> table.right(count.heading));
    table.left("signature").left("subject");
    for (BaselineChange change : newestFirst) {
      table.row(cells(change, counts));
      change.notes().forEach(table::note);
      if (change.comparison().isPresent() && change.comparison().get().isSame()) {
        table.note("every figure is the same");
      }
    }
    return table.cut();
  }

  private static List<String> cells(BaselineChange change, List<ChangeCount> counts) {
    Optional<Commit> commit = change.version().commit();
    List<String> cells = new ArrayList<>();
    cells.add(commit.map(Commit::shortHash).orElse("-"));
    cells.add(commit.map(Commit::day).orElse("-"));
    for (ChangeCount count : counts) {
      long value = count.value.applyAsLong(change);
      cells.add(change.comparison().isEmpty() ? "" : value == 0 ? "-" : Numbers.grouped(value));
    }
    cells.add(change.version().content().baseline().map(HistoryTable::signature).orElse(""));
    cells.add(commit.map(Commit::subject).orElse("(not committed)"));
    return cells;
  }

  private static String signature(Baseline baseline) {
    String signature = ReportSignature.of(baseline.report());
    int from = signature.lastIndexOf(':') + 1;
    return signature.substring(from, from + SIGNATURE);
  }
}
