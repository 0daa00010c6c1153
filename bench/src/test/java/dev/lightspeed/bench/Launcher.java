package dev.lightspeed.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The launcher of the benchmarks, as a maintainer starts it. */
public final class Launcher {

  /** Tests run in the module's folder, which is in the top one. */
  public static final Path TOP = Path.of("").toAbsolutePath().resolveSibling("");

  private Launcher() {}

  /** The command line. */
  public static ProcessBuilder benchmark(String... args) {
    List<String> command = new ArrayList<>();
    command.add(TOP.resolve("benchmark").toString());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }
}
