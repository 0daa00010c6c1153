package dev.lightspeed.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.suite.Suite;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppliedBudgetsTest {

  private static final Budget COUNTER = new Budget("counter", 1, 1, 1, 1);
  private static final Size PLANNED = new Size("counter", 300, 200);

  @Test
  void aBudgetHoldsForItsScenarioAtTheSuitesSize() {
    assertThat(AppliedBudgets.of(suite(COUNTER), List.of(PLANNED)))
        .isEqualTo(new AppliedBudgets(List.of(COUNTER), List.of()));
  }

  @Test
  void aResizedScenarioIsNotGatedAndNamed() {
    assertThat(AppliedBudgets.of(suite(COUNTER), List.of(new Size("counter", 1, 200))))
        .isEqualTo(
            new AppliedBudgets(
                List.of(),
                List.of(
                    new Ungated(
                        "counter",
                        "ran 1 session × 200 events, its budget is for 300 sessions × 200 events"))));
  }

  @Test
  void aScenarioWithoutABudgetIsNamed() {
    assertThat(AppliedBudgets.of(suite(), List.of(PLANNED)))
        .isEqualTo(new AppliedBudgets(List.of(), List.of(new Ungated("counter", "has no budget"))));
  }

  @Test
  void aBudgetOfAScenarioThatWasNotAskedForIsDropped() {
    assertThat(AppliedBudgets.of(suite(COUNTER), List.of(new Size("cart", 1, 1))).budgets())
        .isEmpty();
  }

  private static Suite suite(Budget... budgets) {
    return new Suite(
        new Profile("test", 1, 1, 1),
        List.of(new Scenario(StandardWorkload.COUNTER, 300, 200)),
        List.of(budgets));
  }
}
