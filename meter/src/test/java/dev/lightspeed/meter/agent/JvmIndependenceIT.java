package dev.lightspeed.meter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.agent.FreshJvm.Ended;
import dev.lightspeed.metered.FullModeSubject;
import dev.lightspeed.metered.SaltSubject;
import dev.lightspeed.metered.UpkeepSubject;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the packaged agent keeps from depending on the JVM; each JDK is tested by a run on it.
 *
 * <p>Takes half a minute: seven JVMs instrument the JDK, and some of them interpret only.
 */
class JvmIndependenceIT {

  private static final List<String> FLAGS =
      List.of("-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation");

  /** What {@link UpkeepSubject} prints in JVMs that differ: the counts of two modes come first. */
  private static List<String> upkeep = List.of();

  @BeforeAll
  static void keepUp() throws Exception {
    List<String> printed = new ArrayList<>();
    printed.addAll(
        runAll(List.of("-Xint", "-XX:TieredStopAtLevel=1"), UpkeepSubject.class, "cold"));
    printed.add(run("-XX:ActiveProcessorCount=7 -XX:+UseParallelGC", UpkeepSubject.class));
    upkeep = printed;
  }

  @Test
  void immutable_collections_are_walked_in_one_order() throws Exception {
    assertThat(new TreeSet<>(runAll(FLAGS, SaltSubject.class))).hasSize(1);
  }

  @Test
  void full_mode_counts_the_same_whatever_the_jit_does() throws Exception {
    String usual = run("-XX:+UseSerialGC", FullModeSubject.class);
    assertThat(usual)
        .matches(
            """
            portable (\\d+ \\d+)
            full (\\d+ \\d+)
            full \\2 adds up
            portable \\1 adds up
            portable \\1
            not counted: \\[]
            """);
    List<String> lines = usual.lines().toList();
    String both = lines.get(0) + "\n" + lines.get(1) + "\nnot counted: []\n";
    assertThat(run("-XX:-TieredCompilation", FullModeSubject.class, "both")).isEqualTo(both);
    assertThat(upkeep).allMatch(printed -> printed.startsWith(both));
  }

  /** Only what is compiled at once meets every intrinsic, in portable mode, too. */
  @Tag("once")
  @Test
  void both_modes_count_the_same_if_everything_is_compiled_at_once() throws Exception {
    List<String> flags = List.of("-Xcomp", "-XX:TieredStopAtLevel=1");
    List<String> printed = runAll(flags, FullModeSubject.class, "both");
    assertThat(printed.get(0)).matches("portable \\d+ \\d+\nfull \\d+ \\d+\nnot counted: \\[]\n");
    assertThat(printed).containsOnly(printed.get(0));
  }

  /** Handles compiled anew, accessors, classes loaded in the midst, exceptions of hot code, ... */
  @Test
  void full_mode_does_not_count_what_the_jvm_does_on_its_own_account() {
    String interpreted = upkeep.get(0);
    assertThat(interpreted.lines().skip(2))
        .hasSizeGreaterThan(25)
        .allMatch(line -> line.matches("\\w+ \\d+/\\d+") || line.equals("not counted: []"));
    assertThat(upkeep).containsOnly(interpreted);
  }

  /** Handles, methods and proxies of the JDK run the application's code, which counts. */
  @Test
  void full_mode_counts_what_the_machinery_calls() {
    Map<String, Long> units = new TreeMap<>();
    Matcher counts = Pattern.compile("(\\w+) (\\d+)/\\d+\n").matcher(upkeep.get(0));
    while (counts.find()) {
      units.put(counts.group(1), Long.valueOf(counts.group(2)));
    }
    long work = units.getOrDefault("work_itself", 0L);
    assertThat(work).isGreaterThan(3000);
    for (String machinery :
        List.of("handle", "guard", "arguments", "catch", "bind", "reflection", "proxy", "loop")) {
      assertThat(units.get(machinery)).as(machinery).isGreaterThanOrEqualTo(work * 9 / 10);
    }
    assertThat(units.get("finally")).isGreaterThanOrEqualTo(2 * work * 9 / 10);
  }

  /** Two at a time: what they print. */
  private static List<String> runAll(List<String> flags, Class<?> subject, String... arguments)
      throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> running = new ArrayList<>();
      for (String flag : flags) {
        running.add(two.submit(() -> run(flag, subject, arguments)));
      }
      List<String> printed = new ArrayList<>();
      for (Future<String> one : running) {
        printed.add(one.get());
      }
      return printed;
    } finally {
      two.shutdownNow();
    }
  }

  private static String run(String flags, Class<?> subject, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(Arrays.asList(flags.split(" ", -1)));
    all.addAll(
        List.of(
            "-javaagent:" + FreshJvm.meterJar(),
            "-cp",
            FreshJvm.meterJar() + File.pathSeparator + FreshJvm.testClasses(),
            subject.getName()));
    all.addAll(List.of(arguments));
    Ended output = FreshJvm.run(FreshJvm.current(), all.toArray(new String[0]));
    assertThat(output.err()).isEmpty();
    return output.out();
  }
}
