package dev.lightspeed.cli.text;

import dev.lightspeed.harness.attribution.AttributionDifference;
import dev.lightspeed.harness.attribution.Contribution;
import dev.lightspeed.harness.attribution.FigureDifference;
import dev.lightspeed.harness.attribution.MethodName;
import dev.lightspeed.harness.attribution.Quantity;
import dev.lightspeed.harness.attribution.WorkloadDifference;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.text.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Why figures differ from those of a baseline, for people. */
public final class Explanation {

  private static final String BELOW = " › ";

  /** What a note may take beside its indent and the word before it. */
  private static final int NOTE_WIDTH = Output.WIDTH - 8;

  private final List<Quantity> figures;
  private final int top;
  private final StringBuilder text = new StringBuilder();

  private Explanation(List<Quantity> figures, int top) {
    this.figures = figures;
    this.top = top;
  }

  /**
   * What accounts for {@code difference}.
   *
   * @param figures those that are asked for
   * @param top how many parts are named for each, at least 1
   */
  public static String render(AttributionDifference difference, List<Quantity> figures, int top) {
    Explanation explanation = new Explanation(figures, top);
    difference.workloads().forEach(explanation::workload);
    return explanation.text.toString();
  }

  private void workload(WorkloadDifference workload) {
    boolean changed = false;
    for (Quantity figure : figures) {
      FigureDifference difference = workload.of(figure);
      if (difference.isChanged()) {
        text.append(text.isEmpty() ? "" : "\n");
        heading(workload, difference);
        eventTypes(difference);
        parts(difference);
        changed = true;
      }
    }
    if (!changed) {
      text.append(text.isEmpty() ? "" : "\n").append(workload.workload());
      text.append(": no difference in ");
      text.append(figures.size() == 1 ? figures.get(0).unit() : "any figure").append('\n');
    }
  }

  private void heading(WorkloadDifference workload, FigureDifference difference) {
    String label = workload.workload() + ":";
    String unit = difference.figure().unit();
    String now = Numbers.grouped(difference.now());
    text.append(
        difference.difference() == 0
            ? Wrapping.parts(label, unit, "±0:", now, "as before,", "but not in the same places")
            : Wrapping.parts(
                label,
                unit,
                signed(difference.difference()),
                "(" + Percent.growth(difference.before(), difference.now()) + "):",
                Numbers.grouped(difference.before()) + " before,",
                now + " now"));
    if (difference.figure() == Quantity.MEMORY) {
      String wasLargest = workload.before().peak().place();
      String isLargest = workload.now().peak().place();
      text.append("  ").append(Columns.shortened("largest was " + wasLargest, 78)).append('\n');
      text.append("  ").append(Columns.shortened("largest is " + isLargest, 78)).append('\n');
    }
  }

  private void eventTypes(FigureDifference difference) {
    if (difference.eventTypes().isEmpty()) {
      return;
    }
    TextTable table =
        AttributionTable.table("difference", "share", "steps", "each before", "now", "event");
    for (Contribution eventType : difference.eventTypes()) {
      table.row(
          List.of(
              signed(eventType.difference()),
              share(eventType.difference(), difference.difference()),
              steps(eventType),
              each(eventType.before(), eventType.countBefore()),
              each(eventType.now(), eventType.countNow()),
              AttributionTable.name(eventType.name())));
    }
    text.append('\n').append(table.named());
  }

  private void parts(FigureDifference difference) {
    List<Contribution> shown =
        difference.parts().subList(0, Math.min(top, difference.parts().size()));
    if (shown.isEmpty()) {
      return;
    }
    boolean types = difference.figure() == Quantity.MEMORY;
    Map<String, String> names =
        MethodName.distinct(new TreeSet<>(shown.stream().map(Contribution::name).toList()));
    TextTable table =
        AttributionTable.table("difference", "share", "before", "now", title(difference));
    long left = difference.difference();
    for (Contribution part : shown) {
      left -= part.difference();
      table.row(
          List.of(
              signed(part.difference()),
              difference.addsUp() ? share(part.difference(), difference.difference()) : "",
              Numbers.grouped(part.before()),
              Numbers.grouped(part.now()),
              types ? type(part) : AttributionTable.method(part.name(), names)));
      if (!types) {
        table.note(path(part));
      }
    }
    int others = difference.parts().size() - shown.size();
    if (difference.addsUp() && others > 0) {
      table.row(
          List.of(
              signed(left),
              share(left, difference.difference()),
              "",
              "",
              Numbers.counted(others, types ? "other type" : "other method")));
    }
    text.append('\n').append(table.named());
  }

  private static String title(FigureDifference difference) {
    return switch (difference.figure()) {
      case CPU -> "method, by its own units";
      case ALLOCATION -> "method, by what it allocated itself";
      case MEMORY -> "type";
      case PAYLOAD, PATCH_OPS -> "method whose CPU units changed there";
    };
  }

  /** Where the difference comes in: what all paths have in common on which there is one. */
  private static String path(Contribution method) {
    List<String> steps = new ArrayList<>();
    steps.add(
        method.eventTypes().size() == 1
            ? AttributionTable.name(method.eventTypes().get(0))
            : method.eventTypes().size() + " event types");
    method.path().forEach(frame -> steps.add(MethodName.of(frame).brief()));
    return "in " + joined(steps);
  }

  /** The path on one line: what does not fit is left out of its middle. */
  private static String joined(List<String> steps) {
    String whole = String.join(BELOW, steps);
    for (int left = 1; whole.length() > NOTE_WIDTH && left < steps.size() - 1; left++) {
      // The end says more than the beginning: it is nearest to the method.
      int head = Math.max(1, (steps.size() - left) / 3);
      List<String> shown = new ArrayList<>(steps.subList(0, head));
      shown.add("…");
      shown.addAll(steps.subList(head + left, steps.size()));
      whole = String.join(BELOW, shown);
    }
    return whole;
  }

  private static String type(Contribution type) {
    return type.name()
        + " ("
        + (type.countBefore() == type.countNow()
            ? Numbers.counted(type.countNow(), "object")
            : Numbers.grouped(type.countBefore())
                + " → "
                + Numbers.counted(type.countNow(), "object"))
        + ")";
  }

  private static String steps(Contribution eventType) {
    return eventType.countBefore() == eventType.countNow()
        ? Numbers.grouped(eventType.countNow())
        : Numbers.grouped(eventType.countBefore()) + " → " + Numbers.grouped(eventType.countNow());
  }

  private static String each(long whole, long count) {
    return count == 0 ? "-" : Numbers.grouped(whole / count);
  }

  private static String share(long part, long whole) {
    return whole < 0 ? Percent.of(-part, -whole) : Percent.of(part, whole);
  }

  private static String signed(long value) {
    return (value > 0 ? "+" : "") + Numbers.grouped(value);
  }
}
