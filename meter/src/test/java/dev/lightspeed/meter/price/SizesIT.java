package dev.lightspeed.meter.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightspeed.meter.agent.FreshJvm;
import dev.lightspeed.meter.agent.FreshJvm.Ended;
import dev.lightspeed.metered.SizesSubject;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sizes that the JDK keeps in fields, which only the packaged agent can read: what a case costs
 * more for 1,000 elements or characters than for 10 is what the published prices say.
 */
class SizesIT {

  private static final long SMALL = 10;
  private static final long LARGE = 1_000;

  private static Ended here = new Ended(0, "", "");

  @BeforeAll
  static void count() throws Exception {
    here = run(FreshJvm.current(), "-javaagent:" + FreshJvm.meterJar());
  }

  private static Ended run(Path home, String flag) throws Exception {
    String path = FreshJvm.meterJar() + File.pathSeparator + FreshJvm.testClasses();
    return FreshJvm.run(home, flag, "-cp", path, SizesSubject.class.getName());
  }

  /** Lines by what is in front of the colon. */
  private static Map<String, String> lines(Ended output) {
    assertThat(output.err()).isEmpty();
    Map<String, String> lines = new LinkedHashMap<>();
    output
        .out()
        .lines()
        .filter(line -> line.contains(": "))
        .forEach(line -> lines.put(line.split(":", 2)[0], line.substring(line.indexOf(": ") + 2)));
    return lines;
  }

  /** Units of the large size less those of the small one, without those of allocated bytes. */
  private static long more(String name) {
    String line = Objects.requireNonNull(lines(here).get(name), name);
    List<Long> figures = List.of(line.split(" ", -1)).stream().map(Long::valueOf).toList();
    assertThat(figures).hasSize(4);
    Weights weights = Weights.INSTANCE;
    return (figures.get(2) - weights.ofBytes(figures.get(3)))
        - (figures.get(0) - weights.ofBytes(figures.get(1)));
  }

  /** Units of {@code steps} by the published price of a call. */
  private static long price(String owner, String name, String descriptor, long steps) {
    Price price = Objects.requireNonNull(PriceTable.INSTANCE.find(owner, name, descriptor));
    long sixteenths = Objects.requireNonNull(price.unitsBySize()).sixteenths();
    return steps * sixteenths / 16;
  }

  /** Steps for {@code n} elements. */
  private interface Steps {
    long of(long n);
  }

  private static long more(Steps steps) {
    return steps.of(LARGE) - steps.of(SMALL);
  }

  private static long countOf(Steps steps) {
    return price("java/util/stream/Stream", "count", "()J", more(steps));
  }

  private static int digits(long n) {
    return 64 - Long.numberOfLeadingZeros(n);
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "set", "immutable list", "unmodifiable", "sub list", "parallel"})
  void a_stream_makes_a_step_for_each_element_of_its_source(String source) {
    assertThat(more(source)).isEqualTo(countOf(n -> n));
  }

  @Test
  void ranges_and_arrays_and_two_sources_are_sources_too() {
    long sum = price("java/util/stream/IntStream", "sum", "()I", LARGE - SMALL);
    assertThat(more("range")).isEqualTo(sum);
    assertThat(more("array")).isEqualTo(sum);
    assertThat(more("concatenated")).isEqualTo(countOf(n -> 2 * n));
  }

  @Test
  void each_stage_makes_steps_of_its_own() {
    assertThat(more("filtered")).isEqualTo(countOf(n -> n * 2));
    assertThat(more("sorted")).isEqualTo(countOf(n -> n * (1 + 5 * digits(n))));
    assertThat(more("distinct")).isEqualTo(countOf(n -> n * (1 + 20)));
    assertThat(more("all stages")).isEqualTo(countOf(n -> n * (1 + 1 + 20 + 5 * digits(n) + 1)));
  }

  @Test
  void a_collector_makes_steps_of_its_own() {
    String descriptor = "(Ljava/util/stream/Collector;)Ljava/lang/Object;";
    assertThat(more("collected"))
        .isEqualTo(price("java/util/stream/Stream", "collect", descriptor, 13 * (LARGE - SMALL)));
    assertThat(more("filtered, collected"))
        .isEqualTo(price("java/util/stream/Stream", "collect", descriptor, 14 * (LARGE - SMALL)));
  }

  @Test
  void a_stream_that_was_used_or_closed_has_no_source_any_more() {
    assertThat(more("used")).isEqualTo(countOf(n -> n));
    assertThat(more("closed")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"own", "own in views", "own list", "own concatenated", "own passed on"})
  void a_source_of_the_application_counts_itself(String source) {
    assertThat(more(source)).isZero();
  }

  @Test
  void a_search_reads_up_to_the_end_of_what_it_finds() {
    assertThat(more("found at the end")).isEqualTo(findOf(n -> n));
    assertThat(more("found in front")).isZero();
    assertThat(more("not found")).isEqualTo(findOf(n -> 3 * n));
    assertThat(more("in a region")).isEqualTo(findOf(n -> n - n / 2));
  }

  @Test
  void a_second_search_reads_from_where_the_first_ended() {
    assertThat(more("found again")).isEqualTo(findOf(n -> 4 * (n - 1)));
    assertThat(more("found, reset")).isEqualTo(findOf(n -> 2 * n));
  }

  private static long findOf(Steps steps) {
    return price("java/util/regex/Matcher", "find", "()Z", more(steps));
  }

  /** How often the application was asked for a size, and what is said of null receivers. */
  @Test
  void the_application_sees_nothing_of_it() throws Exception {
    Ended bare = run(FreshJvm.current(), "-Xshare:auto");
    assertThat(bare.err()).isEmpty();
    assertThat(bare.out()).startsWith("questions ").contains("\"stream\" is null");
    assertThat(here.out()).endsWith(bare.out());
  }

  @Test
  void counts_are_the_same_on_a_newer_jdk() throws Exception {
    Optional<Path> newer = FreshJvm.newer();
    assumeTrue(newer.isPresent(), "no other JDK from 21 on beside this one or in LIGHTSPEED_JDK25");
    assertThat(run(newer.get(), "-javaagent:" + FreshJvm.meterJar())).isEqualTo(here);
  }
}
