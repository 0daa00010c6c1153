package dev.lightspeed.maven;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM to start: the command lightspeed, or what stands in for it in tests.
 *
 * @param java the command java
 * @param arguments everything behind it
 */
record JvmCommand(Path java, List<String> arguments) {

  /** As the launcher has them, where it is explained. */
  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  /** For as long as it is a part of a build: no colours, and an end if the build has one. */
  private static final List<String> ATTACHED =
      List.of("-Dlightspeed.terminals=", "-Dlightspeed.lifeline=true");

  JvmCommand {
    arguments = List.copyOf(arguments);
  }

  /**
   * The command lightspeed, as a part of a build.
   *
   * @param jar the command
   * @param flags for the JVM; they win
   * @param update how its update is called in this build
   */
  static JvmCommand lightspeed(
      Path java, Path jar, List<String> flags, String update, List<String> arguments) {
    List<String> all = new ArrayList<>(FLAGS);
    all.addAll(flags);
    all.add("-Dlightspeed.update=" + update);
    all.add("-jar");
    all.add(jar.toString());
    all.addAll(arguments);
    return new JvmCommand(java, all);
  }

  /**
   * Starts it by way of an argument file: a class path is easily longer than a command line may be,
   * and whoever wants to run the same by hand has it in one word.
   *
   * @param folder where it runs
   * @param file is written, in a folder that is made if it is not there
   * @return the process, whose standard input stays open for as long as this one lives
   */
  Process start(Path folder, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, argumentFile(), nativeCharset());
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(ATTACHED);
    command.add("@" + file);
    return new ProcessBuilder(command).directory(folder.toFile()).start();
  }

  /** The arguments, one a line, as the command java reads them. */
  String argumentFile() {
    StringBuilder text = new StringBuilder();
    for (String argument : arguments) {
      text.append('"')
          .append(argument.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
          .append("\"\n");
    }
    return text.toString();
  }

  /** What the command java takes an argument file to be written in. */
  private static Charset nativeCharset() {
    String name = System.getProperty("sun.jnu.encoding");
    return name == null ? Charset.defaultCharset() : Charset.forName(name);
  }
}
