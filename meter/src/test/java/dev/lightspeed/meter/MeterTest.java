package dev.lightspeed.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What can be said of the meter without its agent. */
class MeterTest {

  @Test
  void without_the_agent_it_is_not_active_and_says_how_to_start_it() {
    assertThat(Meter.isActive()).isFalse();
    assertThatThrownBy(Meter::require)
        .isInstanceOf(MeterMissingException.class)
        .hasMessage(
            "the meter is not running: add -javaagent:lightspeed-meter.jar to the java command"
                + " (java -jar lightspeed.jar and ./lightspeed start it by themselves)");
  }

  @Test
  void its_version_is_that_of_the_weights() {
    assertThat(Meter.version()).isEqualTo("portable/2");
  }
}
