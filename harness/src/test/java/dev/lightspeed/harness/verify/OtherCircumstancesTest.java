package dev.lightspeed.harness.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OtherCircumstancesTest {

  @Test
  void flagsFromTheEnvironmentAreNotTakenTwice() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("JAVA_TOOL_OPTIONS", "-XX:+UseG1GC");
    environment.put("JDK_JAVA_OPTIONS", "-Xmx1g");
    environment.put("_JAVA_OPTIONS", "-Xint");
    environment.put("JAVA_HOME", "/opt/jdk");

    OtherCircumstances.forgetFlagsOf(environment);

    assertThat(environment).containsOnlyKeys("JAVA_HOME");
  }
}
