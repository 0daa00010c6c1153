package dev.lightspeed.harness.verify;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;

/**
 * How a second JVM is started: with the flags of this one, and otherwise different in all that a
 * deterministic workload does not depend on.
 */
final class OtherCircumstances {

  /**
   * Flags that are chosen anew, and debuggers and profilers, of which there may be one on a
   * machine.
   */
  private static final Pattern NOT_PASSED_ON =
      Pattern.compile(
          "-X(int|comp|debug|runjdwp.*)"
              + "|-XX:([+-]Use\\w+GC|[+-]TieredCompilation|(TieredStopAtLevel|hashCode|ActiveProcessorCount)=.*)"
              + "|-agent(lib|path):.*"
              + "|-D(user\\.(language|country|script|variant|timezone)|file\\.encoding"
              + "|lightspeed\\.terminals)(=.*)?");

  /** Numbers in the order of asking, where the default draws them. */
  private static final String IDENTITY_HASH_CODES = "-XX:hashCode=3";

  private static final List<String> FLAG_VARIABLES =
      List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

  private OtherCircumstances() {}

  /** The beginning of the command: java, its flags, and {@code jar}. */
  static List<String> java(Path jar) {
    List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String flag : flags) {
      if (!NOT_PASSED_ON.matcher(flag).matches()) {
        command.add(flag);
      }
    }
    command.add("-XX:+UnlockExperimentalVMOptions");
    command.add(IDENTITY_HASH_CODES);
    command.add("-XX:ActiveProcessorCount=" + (Runtime.getRuntime().availableProcessors() + 1));
    command.add(isSerial() ? "-XX:+UseParallelGC" : "-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=" + (flags.contains("-XX:TieredStopAtLevel=1") ? 4 : 1));
    boolean turkish = Locale.getDefault().getLanguage().equals("tr");
    command.add("-Duser.language=" + (turkish ? "ar" : "tr"));
    command.add("-Duser.country=" + (turkish ? "EG" : "TR"));
    command.add("-Duser.timezone=" + other(TimeZone.getDefault().getID()));
    boolean utf8 = Charset.defaultCharset().equals(StandardCharsets.UTF_8);
    command.add("-Dfile.encoding=" + (utf8 ? "ISO-8859-1" : "UTF-8"));
    command.add("-jar");
    command.add(jar.toString());
    return command;
  }

  /**
   * Takes flags for JVMs out of an environment: {@link #java} has passed on those that are, and of
   * two collectors a JVM takes none.
   */
  static void forgetFlagsOf(Map<String, String> environment) {
    environment.keySet().removeAll(FLAG_VARIABLES);
  }

  private static boolean isSerial() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .anyMatch(collector -> collector.getName().equals("Copy"));
  }

  /** Both are off by a fraction of an hour. */
  private static String other(String zone) {
    return zone.equals("Asia/Kathmandu") ? "Pacific/Marquesas" : "Asia/Kathmandu";
  }
}
