package dev.lightspeed.bench.sensitivity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** What was found, as text of at most 80 columns: a table for each state of the machine. */
final class SensitivityTable {

  private static final int NAME_WIDTH = 29;
  private static final int CELL_WIDTH = 10;
  private static final double NS_PER_SECOND = 1e9;
  private static final long SECONDS_PER_MINUTE = 60;

  private final Measurement measurement;
  private final List<Machine> machines;
  private final List<String> workloads;
  private final StringBuilder text = new StringBuilder();

  private SensitivityTable(Measurement measurement) {
    this.measurement = measurement;
    this.machines = measurement.trials().stream().map(Trial::machine).distinct().toList();
    this.workloads = measurement.trials().stream().map(Trial::workload).distinct().toList();
  }

  /**
   * The tables, every line with its end.
   *
   * @param release of the JDK
   * @param cores of this machine
   */
  static String render(Measurement measurement, String release, int cores) {
    return new SensitivityTable(measurement).render(release, cores);
  }

  private String render(String release, int cores) {
    long total = Math.round(measurement.totalNs() / NS_PER_SECOND);
    int cells = machines.size() * workloads.size() * Shares.PERMILLE.size();
    int trials = measurement.trials().size() / cells;
    line(
        "%,d %s of each workload and share; JDK %s, %d %s, %d min %02d s in total",
        trials,
        trials == 1 ? "trial" : "trials",
        release,
        cores,
        cores == 1 ? "core" : "cores",
        total / SECONDS_PER_MINUTE,
        total % SECONDS_PER_MINUTE);
    line(
        "a trial, median, with the start of its JVMs: this gate %.1f s, JMH 2 × %.1f s",
        measurement.gateNs() / NS_PER_SECOND, measurement.jmhNs() / NS_PER_SECOND);
    for (Machine machine : machines) {
      table(machine);
    }
    return text.toString();
  }

  private void table(Machine machine) {
    line("");
    row(machine.title(), Arrays.asList("false", "detected, with this much more work"));
    row("", Shares.PERMILLE.stream().map(SensitivityTable::heading).toList());
    for (Judge judge : Judge.values()) {
      Function<List<Trial>, String> rate =
          trials -> {
            int alarms = (int) trials.stream().filter(judge::alarms).count();
            return new Rate(alarms, trials.size()).toString();
          };
      row(judge.title(), cells(machine, trial -> true, rate));
      for (String workload : workloads.size() > 1 ? workloads : List.<String>of()) {
        row("  " + workload, cells(machine, trial -> trial.workload().equals(workload), rate));
      }
    }
    line("median of the time added");
    for (String workload : workloads) {
      row(
          "  " + workload,
          cells(machine, trial -> trial.workload().equals(workload), SensitivityTable::slowdown));
    }
  }

  private static String heading(int permille) {
    return permille == 0 ? "alarms" : Shares.percent(permille);
  }

  private List<String> cells(
      Machine machine, Predicate<Trial> rows, Function<List<Trial>, String> figure) {
    return Shares.PERMILLE.stream()
        .map(
            permille ->
                figure.apply(
                    measurement.trials().stream()
                        .filter(rows)
                        .filter(trial -> trial.machine() == machine)
                        .filter(trial -> trial.permille() == permille)
                        .toList()))
        .toList();
  }

  private static String slowdown(List<Trial> trials) {
    double[] slowdowns = trials.stream().mapToDouble(Trial::slowdown).sorted().toArray();
    int middle = slowdowns.length / 2;
    double median = (slowdowns[(slowdowns.length - 1) / 2] + slowdowns[middle]) / 2;
    return String.format(Locale.ROOT, "%+.1f %%", 100 * median);
  }

  /** The first column is flush left, all others flush right; the last may run over several. */
  private void row(String name, List<String> cells) {
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", name));
    for (int i = 0; i < cells.size(); i++) {
      int columns = i + 1 < cells.size() ? 1 : Shares.PERMILLE.size() - i;
      line.append(String.format(Locale.ROOT, "%" + columns * CELL_WIDTH + "s", cells.get(i)));
    }
    line("%s", line.toString().stripTrailing());
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
