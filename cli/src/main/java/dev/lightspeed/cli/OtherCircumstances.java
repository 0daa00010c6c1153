package dev.lightspeed.cli;

import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/**
 * How a second JVM is started: with the flags of this one, and otherwise different in all that a
 * deterministic workload does not depend on.
 */
final class OtherCircumstances {

  /** Flags that are chosen anew, or of which there may be one in a JVM or on a machine. */
  private static final List<String> NOT_PASSED_ON =
      List.of(
          "-Xint",
          "-Xcomp",
          "-XX:TieredStopAtLevel=",
          "-XX:-TieredCompilation",
          "-XX:hashCode=",
          "-XX:+Use",
          "-XX:-Use",
          "-agentlib:",
          "-agentpath:",
          "-Xrunjdwp",
          "-Xdebug",
          "-Duser.language",
          "-Duser.country",
          "-Duser.script",
          "-Duser.variant",
          "-Duser.timezone",
          "-Dfile.encoding");

  /** One after the other: a mode that is not the default, and the most unlike it. */
  private static final String IDENTITY_HASH_CODES = "-XX:hashCode=3";

  private OtherCircumstances() {}

  /**
   * The beginning of the command: java, its flags, and the jar of this command.
   *
   * @throws OtherJvm.Failed if this command is run from no jar
   */
  static List<String> java() {
    List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String flag : flags) {
      if (NOT_PASSED_ON.stream().noneMatch(flag::startsWith)) {
        command.add(flag);
      }
    }
    command.add("-XX:+UnlockExperimentalVMOptions");
    command.add(IDENTITY_HASH_CODES);
    command.add(isSerial() ? "-XX:+UseParallelGC" : "-XX:+UseSerialGC");
    boolean optimises = flags.stream().noneMatch("-XX:TieredStopAtLevel=1"::equals);
    command.add("-XX:TieredStopAtLevel=" + (optimises ? 1 : 4));
    boolean turkish = Locale.getDefault().getLanguage().equals("tr");
    command.add("-Duser.language=" + (turkish ? "ar" : "tr"));
    command.add("-Duser.country=" + (turkish ? "EG" : "TR"));
    command.add("-Duser.timezone=" + other(TimeZone.getDefault().getID()));
    boolean utf8 = Charset.defaultCharset().equals(StandardCharsets.UTF_8);
    command.add("-Dfile.encoding=" + (utf8 ? "ISO-8859-1" : "UTF-8"));
    command.add("-D" + Environment.TERMINALS + "=");
    command.add("-jar");
    command.add(jar());
    return command;
  }

  private static boolean isSerial() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .anyMatch(collector -> collector.getName().equals("Copy"));
  }

  /** Both are off by a fraction of an hour. */
  private static String other(String zone) {
    return zone.equals("Asia/Kathmandu") ? "Pacific/Marquesas" : "Asia/Kathmandu";
  }

  private static String jar() {
    try {
      Path jar = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(jar)) {
        return jar.toString();
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // No file of the default file system, so no jar to start.
    }
    throw new OtherJvm.Failed(
        "--verify: a second JVM is started from lightspeed.jar, but this command was not: use"
            + " java -jar lightspeed.jar",
        false);
  }
}
