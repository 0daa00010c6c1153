package dev.lightspeed.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com/example/App",
        "dev/lightspeed/live/Template",
        "dev/lightspeed/harness/workload/standard/Counter",
        "dev/lightspeed/metered/Subjects",
        "jakarta/inject/Inject",
        "org/jacoco/core/analysis/Analyzer"
      })
  void subjects_are_counted(String name) {
    assertThat(CountedClasses.contains(getClass().getClassLoader(), null, name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev/lightspeed/meter/Meter",
        "dev/lightspeed/meter/shaded/asm/ClassReader",
        "dev/lightspeed/harness/machine/Replay",
        "dev/lightspeed/cli/Main",
        "dev/lightspeed/junit/Gate",
        "dev/lightspeed/maven/GateMojo",
        "org/jacoco/agent/rt/RT",
        "com/intellij/rt/debugger/agent/CaptureAgent",
        "org/jetbrains/capture/org/objectweb/asm/ClassReader",
        "jdk/proxy2/$Proxy7",
        "jdk/internal/reflect/GeneratedMethodAccessor1",
        "javax/inject/Inject"
      })
  void the_jdk_and_the_harness_are_not_counted(String name) {
    assertThat(CountedClasses.contains(getClass().getClassLoader(), null, name)).isFalse();
  }

  @Test
  void loaders_and_modules_of_the_jdk_are_not_counted() {
    ClassLoader application = getClass().getClassLoader();
    Module tools = ModuleLayer.boot().findModule("jdk.compiler").orElseThrow();
    assertThat(CountedClasses.contains(null, null, "a/B")).isFalse();
    assertThat(CountedClasses.contains(ClassLoader.getPlatformClassLoader(), null, "a/B"))
        .isFalse();
    assertThat(CountedClasses.contains(application, tools, "com/sun/tools/javac/Main")).isFalse();
    assertThat(CountedClasses.contains(application, getClass().getModule(), "a/B")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"iload, 1", "getfield, 2", "tableswitch, 4", "invokeinterface, 10", "athrow, 20"})
  void weights_are_those_of_the_version_in_use(String mnemonic, int units) {
    assertThat(Meter.version()).isEqualTo("portable/2");
    assertThat(Weights.INSTANCE.of(Weights.opcode(mnemonic))).isEqualTo(units);
  }
}
