package dev.lightspeed.maven;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs the command to its end, or stops it. */
final class CommandProcess {

  private CommandProcess() {}

  /**
   * Runs {@code command}, and passes on what it says meanwhile.
   *
   * @param folder where it runs
   * @param file is written, see {@link JvmCommand#start}
   * @param result where the command writes down what it found, if it does
   * @throws IOException if it cannot be started
   * @throws InterruptedException if this thread was interrupted; the command has been stopped
   */
  static Ending run(
      JvmCommand command, Path folder, Path file, Optional<ResultFile> result, Relay relay)
      throws IOException, InterruptedException {
    if (result.isPresent()) {
      result.get().prepare();
    }
    Process process = command.start(folder, file);
    try {
      Thread out = reader(process.inputReader(StandardCharsets.UTF_8), relay::out);
      Thread err = reader(process.errorReader(StandardCharsets.UTF_8), relay::err);
      int exitCode = process.waitFor();
      out.join();
      err.join();
      return relay.ending(
          exitCode,
          result.isPresent()
              ? result.get().take(exitCode == Ending.GATE_FAILED)
              : ResultFile.Result.UNUSED);
    } finally {
      process.destroy();
    }
  }

  /** A thread, because a read cannot be interrupted and waiting for the process can. */
  private static Thread reader(BufferedReader lines, Consumer<String> relay) {
    Thread thread =
        new Thread(
            () -> {
              try (lines) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  relay.accept(line);
                }
              } catch (IOException e) {
                // The process was stopped, and its streams with it.
              }
            },
            "lightspeed");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
