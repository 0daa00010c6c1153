package dev.lightspeed.bench;

import dev.lightspeed.bench.accuracy.CorpusJvm;
import dev.lightspeed.bench.accuracy.CorpusMachine;
import dev.lightspeed.bench.accuracy.Fitting;
import dev.lightspeed.bench.accuracy.ProgramTiming;
import dev.lightspeed.cli.command.ExitCode;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.meter.Meter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code benchmark weights}. */
@Command(
    name = "weights",
    description = {
      "Fit the meter's weights to the fitted half of the corpus, and print them.",
      "",
      "Changes nothing, and measures nothing of the other half."
    })
final class WeightsCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private CorpusOptions corpus = new CorpusOptions();

  WeightsCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CorpusJvm machine = CorpusJvm.ofPrograms();
    List<String> fitted =
        machine.programs().stream()
            .filter(CorpusMachine.Listed::fitted)
            .map(CorpusMachine.Listed::name)
            .toList();
    ProgramTiming measured = corpus.measuring(output::message).measure(machine, fitted);
    new Fitting(corpus.mode(), Meter.weights(), output::message)
        .fit(machine, measured)
        .forEach(output::line);
    return ExitCode.PASSED.code();
  }
}
