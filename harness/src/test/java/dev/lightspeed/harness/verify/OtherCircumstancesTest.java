package dev.lightspeed.harness.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("jdk")
class OtherCircumstancesTest {

  /** Prints three identity hash codes. */
  static final class HashCodes {

    public static void main(String[] args) {
      int[] codes = new int[3];
      // Printing asks for some, too.
      for (int i = 0; i < codes.length; i++) {
        codes[i] = System.identityHashCode(new Object());
      }
      for (int code : codes) {
        System.out.println(code);
      }
    }
  }

  /** A JVM draws them by chance; the other one numbers objects in the order of asking. */
  @Test
  void identityHashCodesAreOthers() throws Exception {
    Path classes =
        Path.of(HashCodes.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> command = new ArrayList<>(OtherCircumstances.java(Path.of("command.jar")));
    assertThat(command).endsWith("-jar", "command.jar");
    List<String> flags = command.subList(0, command.size() - 2);
    flags.removeIf(flag -> flag.startsWith("-javaagent:"));
    flags.addAll(List.of("-cp", classes.toString(), HashCodes.class.getName()));
    Process process = new ProcessBuilder(flags).redirectErrorStream(true).start();
    List<String> lines = process.inputReader().lines().toList();

    assertThat(process.waitFor()).as("%s", lines).isZero();
    long first = Long.parseLong(lines.get(0));
    assertThat(lines)
        .containsExactly(Long.toString(first), Long.toString(first + 1), Long.toString(first + 2));
  }

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
