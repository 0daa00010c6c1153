package dev.lightspeed.cli;

import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceFile;
import dev.lightspeed.harness.trace.TraceSet;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lightspeed trace}: the first half of {@code run}, into a file. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    description = {
      "Run workloads and write what they cost to a file.",
      "",
      "To replay it: lightspeed run --trace FILE"
    })
final class TraceCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private final Selection selection = new Selection();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file to write; compressed if its name ends in .gz.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private Path outFile;

  @Mixin private final TracingOptions tracing = new TracingOptions();

  TraceCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    OutFile.requireWritable("--out", outFile);
    Selection.OpenSuite suite = selection.open(output.environment());
    tracing.configureMeter(suite.meter(), false);
    TraceSet counted = tracing.trace(selection, suite.plan().scenarios(), output);
    output.warnOfUncounted(counted.uncounted());
    TraceFile.write(outFile, counted);
    long events = counted.traces().stream().mapToLong(Trace::totalEvents).sum();
    output.line(outFile + ": " + Numbers.counted(events, "event") + " traced");
    return ExitCode.PASSED.code();
  }
}
