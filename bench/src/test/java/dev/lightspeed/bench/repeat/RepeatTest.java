package dev.lightspeed.bench.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatTest {

  private static final RepeatCondition CONDITION =
      new RepeatCondition(List.of("-Xint", "-Xmx64m"), 1, 1);

  @Test
  void everyRunWithAnotherSignatureIsCountedAndTheFirstTenAreNamed() {
    Repeat.Signatures comparison = new Repeat.Signatures("same");
    comparison.add("same", CONDITION);
    comparison.add("other", CONDITION);

    assertThat(comparison.differing()).isEqualTo(1);
    assertThat(comparison.differences()).containsExactly("run 2: other (-Xint -Xmx64m, 1 thread)");

    for (int run = 3; run <= 100; run++) {
      comparison.add("other", CONDITION);
    }

    assertThat(comparison.differing()).isEqualTo(99);
    assertThat(comparison.differences()).hasSize(10);
  }

  @Test
  void jvmsDifferInEverythingThatMustNotMatter() {
    List<RepeatCondition> conditions =
        IntStream.range(0, 60).mapToObj(RepeatCondition::of).toList();

    assertThat(conditions.stream().flatMap(each -> each.flags().stream()))
        .contains("-XX:+UseSerialGC", "-XX:+UseG1GC", "-XX:+UseParallelGC", "-Xmx64m")
        .contains("-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation")
        .contains("-Duser.language=tr", "-Duser.timezone=Asia/Kathmandu", "-XX:hashCode=2");
    assertThat(conditions.stream().map(RepeatCondition::threads)).contains(1, 2, 3, 4, 7);
    assertThat(conditions.stream().map(RepeatCondition::toString)).doesNotHaveDuplicates();
  }

  @Test
  void aThousandRunsAreInSomeFortyJvmsOfWhichFewOnlyInterpret() {
    int jvms = 0;
    int interpreters = 0;
    for (int runs = 0; runs < 1_000; jvms++) {
      RepeatCondition condition = RepeatCondition.of(jvms);
      interpreters += condition.flags().contains("-Xint") ? 1 : 0;
      runs += condition.maxRuns();
    }

    assertThat(jvms).isBetween(40, 50);
    assertThat(interpreters).isEqualTo(2);
  }
}
