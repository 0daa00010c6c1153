package dev.lightspeed.bench.repeat;

import dev.lightspeed.bench.jvm.Load;
import dev.lightspeed.harness.calibrate.Jvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Looks for false alarms: runs the default suite many times, in many JVMs of all kinds, and
 * compares every signature with that of a run in this JVM.
 */
public final class Repeat {

  private static final int NAMED_DIFFERENCES = 10;

  private final Path jar;
  private final Consumer<String> progress;

  /**
   * @param jar the command's own jar, to start further JVMs with
   * @param progress is told what is being run
   */
  public Repeat(Path jar, Consumer<String> progress) {
    this.jar = jar;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param signature of the run that all were compared with
   * @param runs that were compared with it
   * @param jvms that they were in
   * @param differing how many runs have another signature
   * @param differences the first of them, each in a line
   */
  public record Repetition(
      String signature, int runs, int jvms, int differing, List<String> differences) {}

  /**
   * Runs the default suite {@code runs} times.
   *
   * @param loaded whether all cores are busy with other things meanwhile
   * @throws IOException if a JVM cannot be started, or fails
   */
  public Repetition run(int runs, boolean loaded) throws IOException {
    String expected = RepeatProbe.signature(1, false);
    Signatures comparison = new Signatures(expected);
    int jvms = 0;
    try (Load load = loaded ? Load.onEveryCore() : Load.none()) {
      while (comparison.runs < runs) {
        RepeatCondition condition = RepeatCondition.of(jvms++);
        int count = Math.min(condition.maxRuns(), runs - comparison.runs);
        progress.accept(
            String.format(
                Locale.ROOT, "runs from %,d of %,d: %s", comparison.runs + 1, runs, condition));
        repeat(condition, count, comparison);
      }
      load.requireUnbroken();
    }
    return new Repetition(
        expected, comparison.runs, jvms, comparison.differing, comparison.differences);
  }

  private void repeat(RepeatCondition condition, int count, Signatures comparison)
      throws IOException {
    int expectedRuns = comparison.runs + count;
    List<String> flags = new ArrayList<>(condition.flags());
    flags.add(Jvm.agent(jar));
    Jvm.run(
        flags,
        Jvm.classPath(),
        RepeatProbe.class.getName(),
        List.of(String.valueOf(count), String.valueOf(condition.threads())),
        signature -> comparison.add(signature, condition));
    if (comparison.runs != expectedRuns) {
      throw new IOException(
          "a JVM printed "
              + (comparison.runs - expectedRuns + count)
              + " signatures, expected "
              + count);
    }
  }

  /** The runs so far. */
  static final class Signatures {

    private final String expected;
    private final List<String> differences = new ArrayList<>();
    private int runs;
    private int differing;

    Signatures(String expected) {
      this.expected = expected;
    }

    /** Adds a run's signature. */
    void add(String signature, RepeatCondition condition) {
      runs++;
      if (!signature.equals(expected)) {
        differing++;
        if (differences.size() < NAMED_DIFFERENCES) {
          differences.add("run " + runs + ": " + signature + " (" + condition + ")");
        }
      }
    }

    /** How many runs differ. */
    int differing() {
      return differing;
    }

    /** The first runs that differ, each in a line. */
    List<String> differences() {
      return List.copyOf(differences);
    }
  }
}
