package dev.lightspeed.meter.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.agent.FreshJvm;
import dev.lightspeed.meter.agent.FreshJvm.Ended;
import dev.lightspeed.metered.JdkShareSubject;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What of the JDK full mode counts, and what has a price there: by comparing a JVM in which calls
 * have prices with one in which they have none. The JVM verifies every class, the JDK's too.
 */
class FullModeIT {

  private static final int SMALL = 10;
  private static final int LARGE = 1_000;

  /** Binary digits of the two sizes: 4 and 10. */
  private static final long MORE_DIGITS = 6;

  private static Map<String, Count> priced = Map.of();
  private static Map<String, Count> free = Map.of();

  /**
   * What a case counts.
   *
   * @param small units of the small size, those of allocated bytes left out
   * @param large units of the large size, likewise
   */
  private record Count(long small, long large) {

    long more() {
      return large - small;
    }
  }

  @BeforeAll
  static void count(@TempDir Path folder) throws Exception {
    Path weights = folder.resolve("free.properties");
    StringBuilder text = new StringBuilder();
    Meter.weights()
        .forEach(
            (kind, weight) ->
                text.append(kind.replace(" ", "\\ "))
                    .append('=')
                    .append(kind.equals("calls") ? 0 : weight)
                    .append('\n'));
    Files.writeString(weights, text);
    priced = counts("");
    free = counts("=weights=" + weights);
  }

  private static Map<String, Count> counts(String options) throws Exception {
    Ended output =
        FreshJvm.run(
            FreshJvm.current(),
            "-Xverify:all",
            "-javaagent:" + FreshJvm.meterJar() + options,
            "-cp",
            FreshJvm.meterJar() + File.pathSeparator + FreshJvm.testClasses(),
            JdkShareSubject.class.getName());
    assertThat(output.code()).as(output.err()).isZero();
    assertThat(output.out()).endsWith("\nnot counted: []\n");
    Map<String, Count> counts = new LinkedHashMap<>();
    output
        .out()
        .lines()
        .filter(line -> !line.startsWith("not "))
        .forEach(line -> read(line, counts));
    return counts;
  }

  private static void read(String line, Map<String, Count> counts) {
    String[] parts = line.split(": ", 2);
    String[] figures = parts[1].split(" ", -1);
    Weights weights = Weights.INSTANCE;
    long first = Long.parseLong(figures[0]);
    long second = Long.parseLong(figures[1]);
    counts.put(
        parts[0],
        figures.length == 2
            ? new Count(first, second)
            : new Count(
                first - weights.ofBytes(second),
                Long.parseLong(figures[2]) - weights.ofBytes(Long.parseLong(figures[3]))));
  }

  private static Count of(Map<String, Count> counts, String name) {
    return Objects.requireNonNull(counts.get(name), name);
  }

  @Test
  void a_small_method_has_its_price_and_no_body_in_both_modes() {
    assertThat(of(priced, "full charAt")).isEqualTo(of(priced, "portable charAt"));
    assertThat(of(free, "full charAt")).isEqualTo(of(free, "portable charAt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TreeMap.get", "TreeMap.put"})
  void a_surcharge_comes_on_top_of_what_is_counted_inside(String name) {
    assertThat(of(free, "full " + name).more())
        .as("the way down is counted")
        .isGreaterThan(of(free, "portable " + name).more());
    Price surcharge = PriceTable.INSTANCE.surcharge("java/util/TreeMap", "getEntry", "()V");
    int sixteenths = Objects.requireNonNull(surcharge.unitsBySize()).sixteenths();
    assertThat(of(priced, "full " + name).more() - of(free, "full " + name).more())
        .isEqualTo(MORE_DIGITS * sixteenths / 16);
  }

  @Test
  void classes_of_the_jdk_are_counted_whatever_their_package() {
    assertThat(of(free, "portable StAX").more()).isZero();
    assertThat(of(free, "full StAX").more()).isGreaterThan(LARGE - SMALL);
  }

  @Test
  void an_intrinsic_has_its_price_and_nothing_of_the_inside() {
    assertThat(of(free, "full copyOf").more()).isZero();
    long moreBytes = 4L * (LARGE - SMALL);
    assertThat(of(priced, "full copyOf").more())
        .isEqualTo(units("java/util/Arrays", "copyOf", moreBytes))
        .isEqualTo(of(priced, "portable copyOf").more());
    assertThat(of(free, "full SHA-256").more()).isZero();
    assertThat(of(priced, "full SHA-256").more())
        .isEqualTo(
            units(
                "sun/security/provider/DigestBase",
                "implCompressMultiBlock0",
                64L * (LARGE - SMALL)));
  }

  private static long units(String owner, String name, long steps) {
    Price price = Objects.requireNonNull(PriceTable.INSTANCE.find(owner, name, "([BII)I"));
    long sixteenths = Objects.requireNonNull(price.unitsBySize()).sixteenths();
    return steps * sixteenths / 16;
  }

  @ParameterizedTest
  @ValueSource(strings = {"portable", "full", "portable attributing"})
  void references_that_were_loaded_before_are_counted_in_each_mode(String mode) {
    Count references = of(priced, mode + " references");
    assertThat(references.small()).as("equal").isEqualTo(11);
    assertThat(references.large()).as("different").isZero();
  }

  @Test
  void a_mode_counts_the_same_when_it_comes_back() {
    for (String name : new String[] {"charAt", "TreeMap.get", "StAX", "copyOf", "SHA-256"}) {
      assertThat(of(priced, "portable attributing " + name))
          .isEqualTo(of(priced, "portable " + name));
    }
  }
}
