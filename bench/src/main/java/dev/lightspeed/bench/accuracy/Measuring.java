package dev.lightspeed.bench.accuracy;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.NearestWord;
import dev.lightspeed.meter.MeterMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Counts every program once and times it in several rounds.
 *
 * @param mode what is counted
 * @param rounds how often each program is timed, each time in a fresh JVM; the median counts. A
 *     round goes through all programs, so that each sees all moods of the machine
 * @param quick whether short warm-ups will do
 * @param progress is told what is being done
 */
public record Measuring(MeterMode mode, int rounds, boolean quick, Consumer<String> progress) {

  /**
   * Measures {@code names}, or all programs if it is empty, in the order of the corpus.
   *
   * @throws InputException if a name is not in the corpus
   * @throws IOException if the corpus cannot be run
   */
  public ProgramTiming measure(CorpusMachine machine, List<String> names)
      throws IOException, InterruptedException {
    List<CorpusMachine.Listed> programs = chosen(machine.programs(), names);
    List<CorpusMachine.CountedProgram> counted = new ArrayList<>();
    List<List<CorpusMachine.TimedProgram>> timed = new ArrayList<>();
    String all = programs.size() + (programs.size() == 1 ? " program" : " programs");
    progress.accept("counting " + all + "...");
    for (CorpusMachine.Listed program : programs) {
      counted.add(machine.count(program.name(), mode));
      timed.add(new ArrayList<>());
    }
    for (int round = 1; round <= rounds; round++) {
      progress.accept("timing " + all + ", round " + round + " of " + rounds + "...");
      for (int i = 0; i < programs.size(); i++) {
        timed.get(i).add(machine.time(programs.get(i).name(), quick));
      }
    }
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      samples.add(sample(programs.get(i), timed.get(i), counted.get(i)));
    }
    return new ProgramTiming(counted.get(0).meter(), System.getProperty("java.version"), samples);
  }

  private static Sample sample(
      CorpusMachine.Listed program,
      List<CorpusMachine.TimedProgram> timed,
      CorpusMachine.CountedProgram counted) {
    List<Long> nsPerPass =
        timed.stream().map(CorpusMachine.TimedProgram::nsPerPass).sorted().toList();
    return new Sample(
        program.name(),
        program.family(),
        program.fitted(),
        nsPerPass.get(nsPerPass.size() / 2),
        timed.stream().allMatch(CorpusMachine.TimedProgram::steady),
        counted.units(),
        counted.unitsAgain());
  }

  private static List<CorpusMachine.Listed> chosen(
      List<CorpusMachine.Listed> all, List<String> names) {
    List<String> known = all.stream().map(CorpusMachine.Listed::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new InputException("--program: " + NearestWord.unknown("program", name, known));
      }
    }
    return names.isEmpty()
        ? all
        : all.stream().filter(program -> names.contains(program.name())).toList();
  }
}
