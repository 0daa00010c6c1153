package dev.lightspeed.cli.command;

import dev.lightspeed.cli.option.CountingOptions;
import dev.lightspeed.cli.option.OutFile;
import dev.lightspeed.cli.option.SelectionOptions;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.cli.text.Progress;
import dev.lightspeed.harness.run.CountingPlan;
import dev.lightspeed.harness.run.Pipeline;
import dev.lightspeed.harness.run.Selection;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceFile;
import dev.lightspeed.harness.trace.TraceSet;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lightspeed trace}: the first half of {@code run}, into a file. */
@Command(
    name = "trace",
    description = {
      "Run workloads and write what they cost to a file.",
      "",
      "To replay it: lightspeed run --trace FILE"
    })
public final class TraceCommand implements Callable<Integer> {

  private final Output output;

  @ArgGroup(validate = false, heading = SelectionOptions.HEADING)
  private SelectionOptions selection = new SelectionOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Write the trace to FILE; compressed if its name ends in .gz.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private Path outFile;

  @ArgGroup(validate = false, heading = CountingOptions.HEADING)
  private CountingOptions options = new CountingOptions();

  /** The command that prints on {@code output}. */
  public TraceCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    OutFile.requireWritable("--out", outFile);
    Selection selected = selection.open(output.environment());
    CountingPlan counting =
        options.counting(selected.meter(), false, selection, output.environment());
    TraceSet counted = Pipeline.count(selected.plan(counting), new Progress(output)).traces();
    TraceFile.write(outFile, counted);
    long events = counted.traces().stream().mapToLong(Trace::totalEvents).sum();
    output.line(outFile + ": " + Numbers.counted(events, "event") + " traced");
    return ExitCode.PASSED.code();
  }
}
