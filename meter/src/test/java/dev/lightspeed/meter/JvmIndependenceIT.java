package dev.lightspeed.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.Jvm.Output;
import dev.lightspeed.metered.FullModeSubject;
import dev.lightspeed.metered.SaltSubject;
import java.io.File;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
