package dev.lightspeed.cli.command;

import dev.lightspeed.cli.text.Output;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lightspeed completion}. */
@Command(
    name = "completion",
    description = {
      "Print a script that completes this command in bash and zsh.",
      "",
      "To use it: source <(lightspeed completion)"
    })
public final class CompletionCommand implements Runnable {

  private final Output output;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private CommandSpec spec;

  /** The command that prints on {@code output}. */
  public CompletionCommand(Output output) {
    this.output = output;
  }

  @Override
  public void run() {
    CommandLine root = spec.root().commandLine();
    output.text(AutoComplete.bash("lightspeed", root));
  }
}
