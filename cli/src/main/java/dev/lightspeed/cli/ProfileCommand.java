package dev.lightspeed.cli;

import dev.lightspeed.harness.PerformanceHarness;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.ProfileFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lightspeed profile}. */
@Command(
    name = "profile",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    optionListHeading = "%nOptions:%n",
    description = "Print the virtual machine as JSON: the pinned one, to start a file of your own.")
final class ProfileCommand implements Callable<Integer> {

  private final Output output;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Check this profile and print it instead.")
  private @Nullable Path file;

  ProfileCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    Profile profile = file == null ? PerformanceHarness.pinnedProfile() : ProfileFile.read(file);
    output.text(ProfileFile.write(profile));
    return ExitCode.PASSED.code();
  }
}
