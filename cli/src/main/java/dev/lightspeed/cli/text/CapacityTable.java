package dev.lightspeed.cli.text;

import dev.lightspeed.harness.capacity.Capacity;
import dev.lightspeed.harness.capacity.CapacityPoint;
import dev.lightspeed.harness.capacity.CapacityPoint.Broken;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.text.Percent;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Capacities for people: for each what fits, what gives way, and the latencies on the way there as
 * figures and bars.
 */
public final class CapacityTable {

  private static final String TOO_MUCH = " too much";

  /** The longest bar. */
  private static final int BAR = 28;

  private static final int BROKEN_SHOWN = 3;

  private CapacityTable() {}

  /** The text, every line of at most 80 columns with its end. */
  public static String render(Profile profile, String meter, List<Capacity> capacities) {
    StringBuilder text = new StringBuilder(ReportTable.profile(profile));
    text.append("meter ").append(meter).append('\n');
    for (Capacity capacity : capacities) {
      text.append('\n').append(headline(capacity)).append('\n');
      capacity.beyond().ifPresent(beyond -> appendBroken(text, beyond));
      text.append('\n');
      appendCurve(text, capacity);
      text.append(checked(capacity)).append('\n');
    }
    return text.toString();
  }

  /**
   * How far a capacity is from what was asked for: {@code counter: 162 sessions < 200 sessions}.
   */
  public static String shortfall(Capacity capacity, int asked) {
    return capacity.name(", ")
        + ": "
        + Numbers.counted(capacity.sessions(), "session")
        + " < "
        + Numbers.counted(asked, "session")
        + " ("
        + Percent.growth(asked, capacity.sessions())
        + ")";
  }

  private static String headline(Capacity capacity) {
    String name = capacity.name(", ") + ": ";
    if (capacity.sessions() == 0) {
      return name + "not even one session fits";
    }
    String count = Numbers.counted(capacity.sessions(), "session");
    return name
        + (capacity.beyond().isEmpty()
            ? "at least " + count + " fit, no more were looked for"
            : count + " fit");
  }

  /** What gives way first, and beside it what else does at that size. */
  private static void appendBroken(StringBuilder text, CapacityPoint beyond) {
    text.append("with ").append(Numbers.grouped(beyond.sessions())).append(":\n");
    List<Broken> broken = beyond.broken();
    broken.stream()
        .limit(BROKEN_SHOWN)
        .forEach(each -> text.append("  ").append(each.message()).append('\n'));
    if (broken.size() > BROKEN_SHOWN) {
      text.append("  and ").append(broken.size() - BROKEN_SHOWN).append(" more\n");
    }
  }

  private static void appendCurve(StringBuilder text, Capacity capacity) {
    TextTable table = new TextTable();
    table.right("", "sessions").right("p50", "ms").right("p95", "ms").right("p99", "ms");
    table.right("CPU", "%").right("link", "%");
    for (CapacityPoint point : capacity.curve()) {
      table.row(
          List.of(
              Numbers.grouped(point.sessions()),
              Numbers.grouped(point.latency().p50()),
              Numbers.grouped(point.latency().p95()),
              Numbers.grouped(point.latency().p99()),
              Percent.ofPermille(point.ofMachine(Figure.CPU_UTILISATION)),
              Percent.ofPermille(point.ofMachine(Figure.LINK_UTILISATION))));
    }
    List<String> lines = table.plain();
    int room =
        Math.min(
            BAR, Output.WIDTH - lines.get(0).length() - TextTable.GAP.length() - TOO_MUCH.length());
    long msPerMark = longest(capacity) / Math.max(1, room) + 1;
    text.append(lines.get(0).stripTrailing()).append('\n');
    text.append(lines.get(1)).append(room > 0 ? TextTable.GAP + "p95" : "").append('\n');
    for (int i = 0; i < capacity.curve().size(); i++) {
      CapacityPoint point = capacity.curve().get(i);
      String bar = room > 0 ? "#".repeat((int) (point.latency().p95() / msPerMark)) : "";
      String mark = point.fits() ? "" : TOO_MUCH;
      text.append((lines.get(i + 2) + TextTable.GAP + bar + mark).stripTrailing()).append('\n');
    }
  }

  private static long longest(Capacity capacity) {
    return capacity.curve().stream().mapToLong(point -> point.latency().p95()).max().orElse(0);
  }

  private static String checked(Capacity capacity) {
    List<Integer> again = capacity.fitAgain();
    return "looked at: "
        + capacity.checkedBelow()
        + " below, all fit; "
        + capacity.checkedAbove()
        + " above, "
        + (again.isEmpty()
            ? "none fits"
            : again.stream().map(Numbers::grouped).collect(Collectors.joining(", "))
                + " fit again");
  }
}
