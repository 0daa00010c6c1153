package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.boot.MeterState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that a metering thread hands to other threads is noted, and other work is not. */
class HandOffsTest {

  private static final String SUBJECT = "dev.lightspeed.metered.HazardSubject";

  @ParameterizedTest
  @CsvSource({
    "starts, Thread.start",
    "startsOwn, Thread.start",
    "submits, ExecutorService.execute",
    "parallel, List.parallelStream",
    "completes, CompletableFuture.supplyAsync",
    "refers, Thread.start",
  })
  void what_is_done_elsewhere_is_noted(String method, String call) throws Exception {
    assertThat(noted(method, true))
        .containsExactly(SUBJECT + "." + method + " hands work to other threads (" + call + ")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"startsNone", "runsAtOnce", "alone"})
  void what_is_done_on_the_spot_is_not(String method) throws Exception {
    assertThat(noted(method, true)).isEmpty();
  }

  @Test
  void what_nobody_meters_is_not() throws Exception {
    assertThat(noted("parallel", false)).isEmpty();
  }

  @Test
  void what_was_noted_is_forgotten_and_noted_again() throws Exception {
    assertThat(noted("starts", true)).hasSize(1);

    MeterState.forgetHandOffs();

    assertThat(MeterState.handedOff()).isNotEmpty().doesNotContain(true);
    assertThat(noted("starts", true)).hasSize(1);
  }

  /** What is noted is noted for the whole JVM, by number: this one starts behind all others. */
  private static List<String> noted(String method, boolean metered) throws Exception {
    Rules rules = PlainRules.portable();
    int from = MeterState.handedOff().length;
    for (int number = 0; number < from; number++) {
      assertThat(rules.frames().number("of another test " + number)).isEqualTo(number);
    }
    InstrumentingLoader loader = new InstrumentingLoader(rules, name -> name.startsWith(SUBJECT));
    Metered subject = new Metered(Class.forName(SUBJECT, true, loader));
    if (metered) {
      subject.units(method);
    } else {
      subject.result(method);
    }
    List<String> places = new ArrayList<>();
    boolean[] numbers = MeterState.handedOff();
    for (int number = from; number < numbers.length; number++) {
      if (numbers[number]) {
        places.add(rules.frames().name(number));
      }
    }
    return places;
  }
}
