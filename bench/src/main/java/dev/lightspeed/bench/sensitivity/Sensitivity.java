package dev.lightspeed.bench.sensitivity;

import dev.lightspeed.bench.jvm.Load;
import dev.lightspeed.harness.calibrate.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Has both gates judge the same candidates. Machines, workloads and shares take turns within every
 * trial, and JMH's runs change places from trial to trial, so that a mood of the machine falls on
 * none of them alone.
 */
public final class Sensitivity {

  /** As {@code ./lightspeed} starts it, which is how the gate is run. */
  private static final List<String> LAUNCHER_FLAGS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  private final Path lightspeed;
  private final Path folder;
  private final Consumer<String> progress;
  private final List<Trial> trials = new ArrayList<>();
  private final Durations gateDurations = new Durations();
  private final Durations jmhDurations = new Durations();

  /**
   * Measures, and gives the tables, lines with their ends.
   *
   * @param lightspeed the command's jar, which is the meter's
   * @param load whether to measure under load, too
   * @param trials of each workload, share and state of the machine, at least 1
   * @param workloads labels of standard workloads
   * @param progress is told what is being measured
   * @throws IOException if a JVM cannot be started, or fails
   */
  public static String tables(
      Path lightspeed, boolean load, int trials, List<String> workloads, Consumer<String> progress)
      throws IOException {
    Path folder = Files.createTempDirectory("lightspeed-bench-");
    // A hook, because this may be interrupted.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    List<Machine> machines = load ? List.of(Machine.values()) : List.of(Machine.QUIET);
    return SensitivityTable.render(
        new Sensitivity(lightspeed, folder, what -> progress.accept("measuring " + what))
            .run(machines, trials, workloads),
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors());
  }

  /**
   * @param lightspeed the command's jar, which is the meter's
   * @param folder for the costs of workloads
   * @param progress is told what is being measured
   */
  Sensitivity(Path lightspeed, Path folder, Consumer<String> progress) {
    this.lightspeed = lightspeed;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @param machines what else the machine does meanwhile, one after the other
   * @param trialCount trials of each machine, workload and share, at least 1
   * @param workloads labels of standard workloads
   * @throws IOException if a JVM cannot be started, or fails
   */
  Measurement run(List<Machine> machines, int trialCount, List<String> workloads)
      throws IOException {
    long start = System.nanoTime();
    List<Unchanged> baselines = new ArrayList<>();
    for (String workload : workloads) {
      progress.accept("the baseline of " + workload);
      baselines.add(new Unchanged(workload, count(workload, 0)));
    }
    for (int number = 1; number <= trialCount; number++) {
      for (Machine machine : machines) {
        try (Load load = machine.start()) {
          for (Unchanged baseline : baselines) {
            progress.accept(
                String.format(
                    Locale.ROOT,
                    "trial %d of %d, %s, %s",
                    number,
                    trialCount,
                    machine.title(),
                    baseline.workload()));
            judge(machine, baseline, number);
          }
          load.requireUnbroken();
        }
      }
    }
    return new Measurement(
        List.copyOf(trials),
        gateDurations.medianNs(),
        jmhDurations.medianNs(),
        System.nanoTime() - start);
  }

  /**
   * What a count is compared with: recorded once, as a project would commit it.
   *
   * @param units CPU units of the scenario
   */
  private record Unchanged(String workload, long units) {}

  private void judge(Machine machine, Unchanged baseline, int number) throws IOException {
    String workload = baseline.workload();
    int shares = Shares.PERMILLE.size();
    long[] units = new long[shares];
    long start = System.nanoTime();
    for (int i = 0; i < shares; i++) {
      units[i] = count(workload, Shares.PERMILLE.get(i));
    }
    Slices slices = Slices.of((System.nanoTime() - start) / shares);
    JmhScore[] timings = new JmhScore[shares + 1];
    for (int i = 0; i <= shares; i++) {
      int turn = (i + number) % (shares + 1);
      // The last is the clock's baseline, which it needs anew: a stored one is of another hour.
      int permille = turn == shares ? 0 : Shares.PERMILLE.get(turn);
      timings[turn] = time(workload, permille, slices);
    }
    for (int i = 0; i < shares; i++) {
      trials.add(
          new Trial(
              machine,
              workload,
              Shares.PERMILLE.get(i),
              baseline.units(),
              units[i],
              timings[shares],
              timings[i]));
    }
  }

  /** CPU units of a scenario, counted in a fresh JVM; the first time they are recorded, too. */
  private long count(String workload, int permille) throws IOException {
    List<String> flags = new ArrayList<>(LAUNCHER_FLAGS);
    flags.add(Jvm.agent(lightspeed));
    List<String> args = List.of(workload, String.valueOf(permille), costs(workload).toString());
    List<String> printed = new ArrayList<>();
    long start = System.nanoTime();
    Jvm.run(flags, Jvm.classPath(), GateTrial.class.getName(), args, printed::add);
    gateDurations.add(System.nanoTime() - start);
    if (printed.size() != 1) {
      throw new IOException("a run of the gate printed " + printed + ", expected a count");
    }
    return Long.parseLong(printed.get(0));
  }

  private JmhScore time(String workload, int permille, Slices slices) throws IOException {
    long start = System.nanoTime();
    JmhScore timing = WallClock.time(workload, permille, costs(workload), slices);
    jmhDurations.add(System.nanoTime() - start);
    return timing;
  }

  private Path costs(String workload) {
    return folder.resolve(workload + ".costs");
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      // A folder of the system's for temporary files, which it cleans up itself.
    }
  }
}
