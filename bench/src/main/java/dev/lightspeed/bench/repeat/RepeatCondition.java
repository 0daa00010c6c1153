package dev.lightspeed.bench.repeat;

import java.util.ArrayList;
import java.util.List;

/**
 * What one JVM of {@link Repeat} is like: everything that must not change a figure.
 *
 * @param flags of the JVM
 * @param threads that it counts on, at least 1
 * @param maxRuns what it runs at most, at least 1
 */
record RepeatCondition(List<String> flags, int threads, int maxRuns) {

  /** Each so many JVMs one only interprets, which takes as long as all runs of another. */
  private static final int INTERPRETERS = 20;

  // As many of each as share no factor, so that in time every combination has its turn.
  private static final List<String> COLLECTORS =
      List.of("-XX:+UseSerialGC", "-XX:+UseG1GC", "-XX:+UseParallelGC", "-Xmx64m");
  private static final List<Compiler> COMPILERS =
      List.of(
          new Compiler("-XX:TieredStopAtLevel=1", 40),
          new Compiler("-XX:+TieredCompilation", 20),
          new Compiler("-XX:-TieredCompilation", 10));
  private static final Compiler INTERPRETER = new Compiler("-Xint", 1);
  private static final List<Integer> THREADS = List.of(2, 1, 3, 7, 4);
  private static final List<List<String>> PLACES =
      List.of(
          List.of("-Duser.language=en"),
          List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Kathmandu"),
          List.of("-Duser.language=ar", "-Duser.country=EG", "-Dfile.encoding=US-ASCII"),
          List.of("-Duser.language=de", "-Duser.country=DE", "-Duser.timezone=UTC"),
          List.of("-Duser.language=th", "-Duser.country=TH", "-Dfile.encoding=UTF-8"),
          List.of("-Duser.language=en", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2"),
          List.of("-Duser.language=ja", "-Duser.country=JP", "-Dfile.encoding=ISO-8859-1"));

  /** A way to execute bytecodes; the slower it is, the fewer runs a JVM gets. */
  private record Compiler(String flag, int maxRuns) {}

  /** The condition of JVM {@code jvm}, from 0. */
  static RepeatCondition of(int jvm) {
    Compiler compiler =
        jvm % INTERPRETERS == INTERPRETERS - 1
            ? INTERPRETER
            : COMPILERS.get(jvm % COMPILERS.size());
    List<String> flags = new ArrayList<>();
    flags.add(COLLECTORS.get(jvm % COLLECTORS.size()));
    flags.add(compiler.flag());
    flags.addAll(PLACES.get(jvm % PLACES.size()));
    return new RepeatCondition(
        List.copyOf(flags), THREADS.get(jvm % THREADS.size()), compiler.maxRuns());
  }

  /** In a line, for who has to find out why a figure differs. */
  @Override
  public String toString() {
    return String.join(" ", flags) + ", " + threads + (threads == 1 ? " thread" : " threads");
  }
}
