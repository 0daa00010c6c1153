package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.meter.boot.Counting;
import dev.lightspeed.meter.boot.MeteredThread;
import dev.lightspeed.meter.boot.UnitLimitExceeded;
import dev.lightspeed.metered.Subjects;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runaways end, at the same unit every time. */
class UnitLimitTest {

  private static final long LIMIT = 5_000_000;

  @ParameterizedTest
  @ValueSource(strings = {"spin", "runaway", "lockedRunaway", "callForEver", "branchOut"})
  void what_does_not_end_ends(String loop) throws Exception {
    long first = unitsUntilEnd(loop);
    assertThat(first).isBetween(LIMIT, LIMIT + 3L * MethodInstrumenter.LOOP_FLUSH);
    assertThat(unitsUntilEnd(loop)).isEqualTo(first);
  }

  @Test
  void a_broken_limit_stays_broken_until_it_is_cleared() throws Exception {
    Metered subjects = subjects();
    Metered.onThread(
        () -> {
          current().limit(10);
          Counting.add(10);
          for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> Counting.add(1))
                .isInstanceOf(UnitLimitExceeded.class)
                .hasMessage("more than 10 CPU units were executed");
          }
          current().clearLimit();
          assertThat(current().units()).isEqualTo(13);
          subjects.method("sum").invoke(null, 10);
          assertThat(current().units()).isEqualTo(13 + 99);
          current().limit(0);
          assertThatThrownBy(() -> Counting.add(1)).isInstanceOf(UnitLimitExceeded.class);
          assertThat(current().units()).isEqualTo(13 + 99 + 1);
          return 0;
        });
  }

  @Test
  void the_largest_limit_is_no_limit_whatever_was_counted_before() throws Exception {
    Metered.onThread(
        () -> {
          Counting.add(7);
          current().limit(Long.MAX_VALUE);
          Counting.add(Integer.MAX_VALUE);
          assertThat(current().units()).isEqualTo(7L + Integer.MAX_VALUE);
          current().clearLimit();
          Counting.add(1);
          assertThat(current().units()).isEqualTo(8L + Integer.MAX_VALUE);
          return 0;
        });
  }

  @Test
  void within_the_limit_nothing_happens() throws Exception {
    Metered subjects = subjects();
    long units =
        Metered.onThread(
            () -> {
              current().limit(99);
              subjects.method("sum").invoke(null, 10);
              return current().units();
            });
    assertThat(units).isEqualTo(99);
  }

  private static MeteredThread current() {
    return (MeteredThread) Thread.currentThread();
  }

  private static Metered subjects() throws ClassNotFoundException {
    String name = Subjects.class.getName();
    Class<?> type = new InstrumentingLoader(n -> n.startsWith(name)).loadClass(name);
    return new Metered(Class.forName(name, true, type.getClassLoader()));
  }

  private static long unitsUntilEnd(String loop) throws Exception {
    Metered subjects = subjects();
    return Metered.onThread(
        () -> {
          current().limit(LIMIT);
          assertThatThrownBy(() -> subjects.method(loop).invoke(null))
              .isInstanceOf(InvocationTargetException.class)
              .hasCauseInstanceOf(UnitLimitExceeded.class);
          return current().units();
        });
  }
}
