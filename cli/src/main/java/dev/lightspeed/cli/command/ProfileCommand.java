package dev.lightspeed.cli.command;

import dev.lightspeed.cli.text.Output;
import dev.lightspeed.harness.PerformanceHarness;
import dev.lightspeed.harness.machine.ProfileFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lightspeed profile}. */
@Command(
    name = "profile",
    description = "Print the virtual machine as JSON: the pinned one, to start a file of your own.")
public final class ProfileCommand implements Callable<Integer> {

  private final Output output;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Check this profile and print it instead.")
  private @Nullable Path file;

  /** The command that prints on {@code output}. */
  public ProfileCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    output.text(
        file == null
            ? ProfileFile.write(PerformanceHarness.pinnedProfile())
            : ProfileFile.write(ProfileFile.read(file)));
    return ExitCode.PASSED.code();
  }
}
