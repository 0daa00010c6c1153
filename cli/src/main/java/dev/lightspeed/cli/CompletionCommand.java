package dev.lightspeed.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lightspeed completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    optionListHeading = "%nOptions:%n",
    description = {
      "Print a script that completes this command in bash and zsh.",
      "",
      "To use it: source <(lightspeed completion)"
    })
final class CompletionCommand implements Runnable {

  private final Output output;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private CommandSpec spec;

  CompletionCommand(Output output) {
    this.output = output;
  }

  @Override
  public void run() {
    CommandLine root = spec.root().commandLine();
    output.text(AutoComplete.bash("lightspeed", root));
  }
}
