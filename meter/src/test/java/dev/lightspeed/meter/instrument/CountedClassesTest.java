package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which classes are counted, by name, loader and module. */
class CountedClassesTest {

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
}
