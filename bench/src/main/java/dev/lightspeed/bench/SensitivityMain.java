package dev.lightspeed.bench;

import dev.lightspeed.harness.verify.Lifeline;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Runs the benchmark and prints its tables; started by {@code lightspeed bench sensitivity}. */
public final class SensitivityMain {

  private SensitivityMain() {}

  /**
   * The arguments are the command's jar, {@code load} or {@code no-load}, the number of trials, and
   * labels of workloads.
   */
  public static void main(String[] args) throws IOException {
    Lifeline.hold();
    Path lightspeed = Path.of(args[0]);
    List<Machine> machines =
        args[1].equals("load") ? List.of(Machine.values()) : List.of(Machine.QUIET);
    int trials = Integer.parseInt(args[2]);
    List<String> workloads = Arrays.asList(args).subList(3, args.length);
    Path folder = Files.createTempDirectory("lightspeed-bench-");
    // A hook, because whoever started this may be gone before its end.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    Sensitivity sensitivity =
        new Sensitivity(lightspeed, folder, what -> System.err.println("measuring " + what));
    Measurement measurement = sensitivity.run(machines, trials, workloads);
    String tables =
        SensitivityTable.render(
            measurement,
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors());
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.print(tables);
    out.flush();
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      // A folder of the system's for temporary files, which it cleans up itself.
    }
  }
}
