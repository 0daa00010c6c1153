package dev.lightspeed.cli.command;

import dev.lightspeed.cli.option.SessionOptions;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.SessionWalk;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lightspeed workload html}. */
@Command(
    name = "html",
    description =
        "Print the page that a session's user sees at the mount and after each event, a line each.")
public final class WorkloadHtmlCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private final SessionOptions options = new SessionOptions();

  /** The command that prints on {@code output}. */
  public WorkloadHtmlCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    SessionWalk walk = options.walk();
    Iterator<Event> script = walk.script();
    SessionWalk.Visit visit = walk.open();
    output.line(visit.mount());
    for (int i = 0; i < options.events() && output.isStillRead(i); i++) {
      output.line(visit.handle(walk.next(script)));
    }
    return ExitCode.PASSED.code();
  }
}
