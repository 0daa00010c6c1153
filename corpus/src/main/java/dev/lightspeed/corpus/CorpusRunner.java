package dev.lightspeed.corpus;

import dev.lightspeed.harness.calibrate.Count;
import dev.lightspeed.harness.calibrate.PassCounter;
import dev.lightspeed.harness.calibrate.PassTimer;
import dev.lightspeed.harness.calibrate.Timing;
import dev.lightspeed.harness.file.JsonText;
import dev.lightspeed.meter.MeterMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Times or counts programs in this JVM and prints a line of JSON for each. {@code benchmark
 * accuracy} starts it, with a JVM for each program: what ran before would decide how the JIT
 * compiles what runs now.
 */
public final class CorpusRunner {

  private static final String USAGE =
      """
      usage: java -jar lightspeed-corpus.jar list|calls
             java -jar lightspeed-corpus.jar time|time-quick PROGRAM...
             java -javaagent:lightspeed.jar -cp lightspeed-corpus.jar \
      dev.lightspeed.corpus.CorpusRunner count portable|full PROGRAM...
      """;

  private static final int BAD_USAGE = 2;

  private CorpusRunner() {}

  /** What is done with a program; adds its figures to a line. */
  private interface Job {
    void run(Program program, SortedMap<String, Object> line) throws Exception;
  }

  /**
   * Does what {@code args} say, and ends the JVM with 2 if they say nothing that can be done.
   *
   * @throws Exception if a program fails, which none should
   */
  public static void main(String[] args) throws Exception {
    try {
      run(Arrays.asList(args));
    } catch (IllegalArgumentException e) {
      System.err.print("lightspeed-corpus: " + e.getMessage() + "\n" + USAGE);
      System.exit(BAD_USAGE);
    }
    // Libraries may have left threads behind that would keep the JVM alive.
    System.out.flush();
    System.exit(0);
  }

  private static void run(List<String> words) throws Exception {
    switch (words.isEmpty() ? "" : words.get(0)) {
      case "list" -> each(Corpus.programs(), (program, line) -> {});
      case "calls" -> each(Corpus.calls(), (program, line) -> {});
      case "time" -> each(named(words, 1), time(PassTimer.thorough()));
      case "time-quick" -> each(named(words, 1), time(PassTimer.quick()));
      case "count" -> {
        List<Program> programs = named(words, 2);
        PassCounter counter = counter(words.get(1));
        each(
            programs,
            (program, line) -> {
              Count count = counter.count(program.name(), program.setUp());
              line.put("meter", counter.meter());
              line.put("units", count.units());
              line.put("unitsAgain", count.unitsAgain());
              line.put("allocatedBytes", count.allocatedBytes());
            });
      }
      default ->
          throw new IllegalArgumentException("expected list, calls, time, time-quick or count");
    }
  }

  private static PassCounter counter(String mode) {
    try {
      return PassCounter.in(
          Arrays.stream(MeterMode.values())
              .filter(each -> each.word().equals(mode))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException("'" + mode + "' is not one of portable, full")));
    } catch (NoClassDefFoundError e) {
      throw new IllegalArgumentException("count needs -javaagent:lightspeed.jar", e);
    }
  }

  private static Job time(PassTimer timer) {
    return (program, line) -> {
      Timing timing = timer.time(program.open());
      line.put("nsPerPass", timing.nsPerPass());
      line.put("steady", timing.steady() ? "yes" : "no");
    };
  }

  private static void each(List<Program> programs, Job job) throws Exception {
    for (Program program : programs) {
      SortedMap<String, Object> line = new TreeMap<>();
      line.put("name", program.name());
      line.put("family", program.family().word());
      line.put("half", Corpus.half(program).word());
      job.run(program, line);
      System.out.print(JsonText.canonical(line) + "\n");
      System.out.flush();
    }
  }

  private static List<Program> named(List<String> words, int from) {
    if (words.size() <= from) {
      throw new IllegalArgumentException("no program was named");
    }
    List<Program> programs = new ArrayList<>();
    for (String name : words.subList(from, words.size())) {
      programs.add(
          Corpus.named(name)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "unknown program '" + name + "', 'list' lists them")));
    }
    return programs;
  }
}
