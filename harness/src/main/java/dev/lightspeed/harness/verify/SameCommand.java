package dev.lightspeed.harness.verify;

import dev.lightspeed.harness.workload.Scenario;
import java.nio.file.Path;
import java.util.List;

/** The command that runs in this JVM, to be run again in another one. */
public interface SameCommand {

  /** The jar with the command, which java runs. */
  Path jar();

  /**
   * The arguments that make it count {@code scenarios}, the last session first.
   *
   * @param attributing whether it writes where the work went, and not the traces
   * @param threads how many sessions run at the same time
   * @param written the file that it writes
   */
  List<String> arguments(List<Scenario> scenarios, boolean attributing, int threads, Path written);
}
