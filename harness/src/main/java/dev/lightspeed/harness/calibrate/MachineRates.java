package dev.lightspeed.harness.calibrate;

import dev.lightspeed.harness.machine.Calibration;
import dev.lightspeed.harness.suite.StandardSuite;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.meter.MeterMode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * How many units this machine executes in a millisecond, workload by workload.
 *
 * @param meter what counted, such as {@code portable/2}
 * @param jdk the release of the JDK that was timed
 * @param rates of the standard workloads, at least one
 */
public record MachineRates(String meter, String jdk, List<WorkloadRate> rates) {

  /** No round begins later, so that all of it ends within two minutes. */
  private static final long LAST_START_NS = Duration.ofSeconds(70).toNanos();

  /** Copies the list. */
  public MachineRates {
    rates = List.copyOf(rates);
  }

  /**
   * Counts the standard workloads in this JVM, and times each of them in fresh ones of which the
   * median counts; takes at most two minutes.
   *
   * @param mode what is counted
   * @param rounds how often each is timed, at least 1; once at least, and then as time allows
   * @param progress is told what is being done
   * @throws dev.lightspeed.meter.MeterMissingException if the meter is not running in this JVM
   * @throws IOException if a JVM cannot be started, or fails
   */
  public static MachineRates measure(MeterMode mode, int rounds, Consumer<String> progress)
      throws IOException, InterruptedException {
    PassCounter counter = PassCounter.in(mode);
    List<String> labels =
        StandardSuite.scenarios().stream()
            .map(Scenario::workload)
            .map(workload -> workload.label())
            .toList();
    List<Count> counts = new ArrayList<>();
    List<List<WorkloadRate>> timed = new ArrayList<>();
    progress.accept("counting " + labels.size() + " workloads...");
    for (String label : labels) {
      counts.add(counter.count(label, () -> WorkloadTimer.pass(label)));
      timed.add(new ArrayList<>());
    }
    long start = System.nanoTime();
    for (int round = 1; round <= rounds; round++) {
      if (round > 1 && System.nanoTime() - start > LAST_START_NS) {
        progress.accept("this machine is busy: " + (round - 1) + " of " + rounds + " rounds");
        break;
      }
      progress.accept("timing them, round " + round + " of " + rounds + "...");
      for (int i = 0; i < labels.size(); i++) {
        timed.get(i).add(time(labels.get(i), counts.get(i).units()));
      }
    }
    return new MachineRates(
        counter.meter(),
        System.getProperty("java.version"),
        timed.stream().map(MachineRates::median).toList());
  }

  private static WorkloadRate time(String label, long units) throws IOException {
    List<String> lines = new ArrayList<>();
    Jvm.run(Jvm.TIMING, Jvm.classPath(), WorkloadTimer.class.getName(), List.of(label), lines::add);
    String[] words = String.join("", lines).split(" ", -1);
    return new WorkloadRate(label, units, Long.parseLong(words[0]), Boolean.parseBoolean(words[1]));
  }

  private static WorkloadRate median(List<WorkloadRate> timed) {
    List<WorkloadRate> sorted =
        timed.stream().sorted(Comparator.comparingLong(WorkloadRate::ns)).toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  /** What a profile tells of it. */
  public Calibration calibration() {
    List<Long> sorted = rates.stream().map(WorkloadRate::unitsPerMs).sorted().toList();
    long median = sorted.get((sorted.size() - 1) / 2);
    long error = 0;
    for (long rate : sorted) {
      error = Math.max(error, (long) Math.ceil(100 * Math.abs((double) rate / median - 1)));
    }
    return new Calibration(
        meter, jdk, rates.size(), sorted.get(0), median, sorted.get(sorted.size() - 1), error);
  }
}
