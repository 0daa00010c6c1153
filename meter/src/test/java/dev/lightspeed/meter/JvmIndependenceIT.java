package dev.lightspeed.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.Jvm.Output;
import dev.lightspeed.metered.FullModeSubject;
import dev.lightspeed.metered.SaltSubject;
import dev.lightspeed.metered.UpkeepSubject;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the packaged agent keeps from depending on the JVM; each JDK is tested by a run on it. */
class JvmIndependenceIT {

  private static final List<String> FLAGS =
      List.of("-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation");

  @Test
  void immutable_collections_are_walked_in_one_order() throws Exception {
    Set<String> orders = new TreeSet<>();
    for (String flag : FLAGS) {
      for (int i = 0; i < 5; i++) {
        orders.add(run(flag, SaltSubject.class));
      }
    }
    assertThat(orders).hasSize(1);
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
    for (String flag : FLAGS) {
      assertThat(run(flag, FullModeSubject.class)).isEqualTo(usual);
    }
    // Only what is compiled at once meets every intrinsic; it takes its time.
    assertThat(run("-Xcomp", FullModeSubject.class)).isEqualTo(usual);
  }

  /** Handles compiled anew, accessors, classes loaded in the midst, exceptions of hot code, ... */
  @Test
  void full_mode_does_not_count_what_the_jvm_does_on_its_own_account() throws Exception {
    String usual = run("-Xint", UpkeepSubject.class);
    assertThat(usual.lines())
        .hasSizeGreaterThan(25)
        .allMatch(line -> line.matches("\\w+ \\d+/\\d+") || line.equals("not counted: []"));
    for (String flag :
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:-TieredCompilation",
            "-XX:ActiveProcessorCount=7",
            "-XX:+UseParallelGC")) {
      assertThat(run(flag, UpkeepSubject.class)).as(flag).isEqualTo(usual);
    }
  }

  /** Handles, methods and proxies of the JDK run the application's code, which counts. */
  @Test
  void full_mode_counts_what_the_machinery_calls() throws Exception {
    Map<String, Long> units = new TreeMap<>();
    Matcher counts =
        Pattern.compile("(\\w+) (\\d+)/\\d+\n")
            .matcher(run("-XX:+UseSerialGC", UpkeepSubject.class));
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

  private static String run(String flag, Class<?> subject) throws Exception {
    Output output =
        Jvm.run(
            Jvm.current(),
            flag,
            "-javaagent:" + Jvm.meterJar(),
            "-cp",
            Jvm.meterJar() + File.pathSeparator + Jvm.testClasses(),
            subject.getName());
    assertThat(output.err()).isEmpty();
    return output.out();
  }
}
