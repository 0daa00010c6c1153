package dev.lightspeed.cli.command;

import dev.lightspeed.cli.option.SessionOptions;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.EventJson;
import dev.lightspeed.harness.workload.SessionWalk;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lightspeed workload script}. */
@Command(
    name = "script",
    description = "Print the events that a session sends as JSON, a line each.")
public final class WorkloadScriptCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private final SessionOptions options = new SessionOptions();

  /** The command that prints on {@code output}. */
  public WorkloadScriptCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    SessionWalk walk = options.walk();
    Iterator<Event> script = walk.script();
    for (int i = 0; i < options.events() && output.isStillRead(i); i++) {
      output.line(EventJson.line(walk.next(script)));
    }
    return ExitCode.PASSED.code();
  }
}
