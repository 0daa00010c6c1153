package dev.lightspeed.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.meter.MeterMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class MeasuringTest {

  private final List<String> done = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  @Test
  void countsOnceAndTimesInRoundsThroughAllPrograms() throws Exception {
    ProgramTiming measured = measuring(3).measure(new Fake(30, 10, 20), List.of());

    assertThat(done).containsExactly("count a FULL", "count b FULL", "a", "b", "a", "b", "a", "b");
    assertThat(told)
        .containsExactly(
            "counting 2 programs...",
            "timing 2 programs, round 1 of 3...",
            "timing 2 programs, round 2 of 3...",
            "timing 2 programs, round 3 of 3...");
    assertThat(measured.meter()).isEqualTo("fake/1");
    assertThat(measured.jdk()).isEqualTo(System.getProperty("java.version"));
    assertThat(measured.samples())
        .containsExactly(
            new Sample("a", "x", true, 20, false, 100, 101),
            new Sample("b", "y", false, 20, false, 100, 101));
  }

  @Test
  void measuresOnlyWhatIsNamedInTheOrderOfTheCorpus() throws Exception {
    assertThat(measuring(1).measure(new Fake(5), List.of("b", "a")).samples())
        .extracting(Sample::program)
        .containsExactly("a", "b");
    assertThat(measuring(1).measure(new Fake(5), List.of("b")).samples())
        .extracting(Sample::program)
        .containsExactly("b");
  }

  @Test
  void anUnknownProgramIsNamedBeforeAnythingRuns() {
    assertThatThrownBy(() -> measuring(1).measure(new Fake(5), List.of("c")))
        .isInstanceOf(InputException.class)
        .hasMessage("--program: unknown program 'c'; known: a, b");
    assertThat(done).isEmpty();
  }

  private Measuring measuring(int rounds) {
    return new Measuring(MeterMode.FULL, rounds, true, told::add);
  }

  /** Two programs; each round takes what was given, and the first is not steady. */
  private final class Fake implements CorpusMachine {

    private final long[] nsByRound;
    private int timings;

    Fake(long... nsByRound) {
      this.nsByRound = nsByRound;
    }

    @Override
    public List<Listed> programs() {
      return List.of(new Listed("a", "x", true), new Listed("b", "y", false));
    }

    @Override
    public TimedProgram time(String program, boolean quick) {
      assertThat(quick).isTrue();
      done.add(program);
      int round = timings++ / 2 % nsByRound.length;
      return new TimedProgram(nsByRound[round], round > 0);
    }

    @Override
    public List<CountedProgram> count(
        List<String> programs, MeterMode mode, SortedMap<String, Integer> weights) {
      throw new AssertionError("measuring counts by the weights in use");
    }

    @Override
    public CountedProgram count(String program, MeterMode mode) {
      done.add("count " + program + " " + mode);
      return new CountedProgram("fake/1", 100, 101);
    }
  }
}
