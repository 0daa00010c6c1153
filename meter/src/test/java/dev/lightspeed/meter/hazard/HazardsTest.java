package dev.lightspeed.meter.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.CountersDoc;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Causes of counts that differ are recognised in class files. */
class HazardsTest {

  private static final String SUBJECT = "dev.lightspeed.metered.HazardSubject.";
  private static final String HARMLESS = SUBJECT + "harmless(I)I";
  private static final String CLOCK = SUBJECT + "clock(J)Z";
  private static final String UPPER = SUBJECT + "upper(Ljava/lang/String;)Ljava/lang/String;";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          random()Ljava/lang/String; | draws random numbers | UUID.randomUUID
          reference()Ljava/util/function/Supplier; | draws random numbers | UUID.randomUUID
          clock(J)Z | reads the clock | System.nanoTime
          parallel()I | hands work to other threads | List.parallelStream
          starts()V | hands work to other threads | Thread.start
          cached(Ljava/lang/String;)I | changes state that all sessions share | HazardSubject.CACHE
          counted()I | changes state that all sessions share | HazardSubject.calls
          """)
  void each_cause_is_recognised(String method, String cause, String sign) {
    assertThat(find(true, SUBJECT + method))
        .hasValueSatisfying(
            found -> {
              assertThat(found.frame()).isEqualTo(SUBJECT + method);
              assertThat(found.hazard().cause()).isEqualTo(cause);
              assertThat(found.sign()).isEqualTo(sign);
            });
  }

  @Test
  void identity_is_recognised_and_so_is_the_order_that_it_decides() {
    assertThat(find(true, SUBJECT + "identity(Ljava/lang/Object;)I"))
        .map(Hazard.Found::sign)
        .hasValue("System.identityHashCode");
    assertThat(find(true, SUBJECT + "sum(Ljava/util/Map;)I"))
        .map(Hazard.Found::sign)
        .hasValue("Map.values");
  }

  @Test
  void what_is_the_same_in_one_JVM_is_blamed_only_between_two() {
    assertThat(find(true, UPPER)).isEmpty();
    assertThat(find(false, UPPER)).map(Hazard.Found::sign).hasValue("String.toUpperCase");
  }

  @Test
  void the_first_method_that_has_one_is_named() {
    assertThat(find(true, HARMLESS, "(mount)", "java.util.UUID.randomUUID()V", CLOCK))
        .map(Hazard.Found::frame)
        .hasValue(CLOCK);
  }

  @Test
  void where_there_is_none_none_is_named() {
    assertThat(find(true, HARMLESS, "com.example.Gone.gone()V", "pay", "")).isEmpty();
  }

  @Test
  void every_cause_has_a_sign_and_a_remedy() {
    assertThat(HazardTable.ALL)
        .extracting(HazardTable.Known::hazard)
        .allSatisfy(
            hazard -> {
              assertThat(hazard.signs()).isNotEmpty().doesNotHaveDuplicates();
              assertThat(hazard.remedy()).isNotBlank();
            });
  }

  private static Optional<Hazard.Found> find(boolean withinJvm, String... frames) {
    return Hazards.find(List.of(frames), HazardsTest.class.getClassLoader(), withinJvm);
  }

  @Test
  void the_published_hazards_are_those_that_are_looked_for() throws IOException {
    CountersDoc.check("hazards", hazards());
  }

  private static String hazards() {
    StringBuilder table =
        new StringBuilder("| the method… | recognised by | instead |\n|---|---|---|\n");
    for (HazardTable.Known known : HazardTable.ALL) {
      Hazard hazard = known.hazard();
      table.append(
          "| %s%s | %s | %s |\n"
              .formatted(
                  hazard.cause(),
                  hazard.withinJvm() ? "" : " (differs between JVMs only)",
                  String.join(", ", hazard.signs()),
                  hazard.remedy()));
    }
    return table.toString();
  }
}
