package dev.lightspeed.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.workload.SplitMix64;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FittingTest {

  private static final int PROGRAMS = 16;

  @Test
  void findsTheWeightsThatTheMachineHas() throws Exception {
    List<String> lines = fitting().fit(new Machine(0), new Machine(0).measurement());

    assertThat(lines.get(0)).startsWith("meter fake/1, JDK 17, fitted half, 16 programs, ridge ");
    // Fields take four times as long as their weight says; nothing else is wrong.
    double ratio = fitted(lines, "field") / 2 / fitted(lines, "local variable");
    assertThat(ratio).isBetween(3.5, 4.5);
    assertThat(fitted(lines, "division") / 8 / fitted(lines, "local variable")).isBetween(0.8, 1.2);
  }

  @Test
  void refusesGroupsThatDoNotAddUp() {
    assertThatThrownBy(() -> fitting().fit(new Machine(0.06), new Machine(0).measurement()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("p0: all groups of weights charge ");
  }

  @Test
  void everyKindOfTheMetersTableIsInOneGroup() {
    WeightGroup.requireComplete(Meter.weights().keySet());
    SortedMap<String, Integer> more = new TreeMap<>(Meter.weights());
    more.put("magic", 1);

    assertThatThrownBy(() -> new Fitting(MeterMode.PORTABLE, more, told -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Fitting fitting() {
    SortedMap<String, Integer> weights = new TreeMap<>();
    for (WeightGroup group : WeightGroup.values()) {
      group.kinds().forEach(kind -> weights.put(kind, 1));
    }
    weights.put("field", 2);
    weights.put("division", 8);
    return new Fitting(MeterMode.PORTABLE, weights, told -> {});
  }

  private static double fitted(List<String> lines, String kind) {
    String line = lines.stream().filter(each -> each.contains(" " + kind + " ")).findFirst().get();
    String[] words = line.substring(line.lastIndexOf(kind) + kind.length()).strip().split(" +", -1);
    return Double.parseDouble(words[1]);
  }

  /** Programs of kinds drawn from a seed; each kind of bytecode a nanosecond a unit, but fields. */
  private static final class Machine implements CorpusMachine {

    private final double excess;

    Machine(double excess) {
      this.excess = excess;
    }

    ProgramTiming measurement() {
      List<Sample> samples = new ArrayList<>();
      for (int program = 0; program < PROGRAMS; program++) {
        long units = 0;
        double ns = 0;
        for (WeightGroup group : WeightGroup.values()) {
          units += charged(program, group);
          ns += charged(program, group) * (group == WeightGroup.FIELDS ? 4 : 1);
        }
        samples.add(new Sample("p" + program, "f", true, Math.round(ns), true, units, units));
      }
      samples.add(new Sample("held out", "f", false, 1, true, 1, 1));
      return new ProgramTiming("fake/1", "17", samples);
    }

    private static long charged(int program, WeightGroup group) {
      return 10_000L + new SplitMix64(SplitMix64.fnv1a64(group.name()) + program).below(1_000_000);
    }

    @Override
    public List<CountedProgram> count(
        List<String> programs, MeterMode mode, SortedMap<String, Integer> weights) {
      WeightGroup group =
          Arrays.stream(WeightGroup.values())
              .filter(each -> each.kinds().contains(weights.firstKey()))
              .findFirst()
              .orElseThrow();
      assertThat(programs).hasSize(PROGRAMS);
      List<CountedProgram> counted = new ArrayList<>();
      for (int program = 0; program < PROGRAMS; program++) {
        long units = Math.round(charged(program, group) * (1 + excess));
        counted.add(new CountedProgram("fake/1", units, units));
      }
      return counted;
    }

    @Override
    public List<Listed> programs() {
      throw new AssertionError("it is told which");
    }

    @Override
    public TimedProgram time(String program, boolean quick) {
      throw new AssertionError("it is timed already");
    }

    @Override
    public CountedProgram count(String program, MeterMode mode) {
      throw new AssertionError("it is counted already");
    }
  }
}
