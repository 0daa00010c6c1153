package dev.lightspeed.bench;

import dev.lightspeed.bench.accuracy.AccuracyText;
import dev.lightspeed.bench.accuracy.CorpusJvm;
import dev.lightspeed.cli.command.ExitCode;
import dev.lightspeed.cli.text.Output;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code benchmark prices}. */
@Command(
    name = "prices",
    description = "Measure calls into the JDK one by one, which prices are set by.")
final class PricesCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private CorpusOptions corpus = new CorpusOptions();

  @Option(
      names = "--call",
      paramLabel = "NAME",
      description = "Measure this call only; may be repeated.")
  private List<String> calls = new ArrayList<>();

  PricesCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    AccuracyText.calls(corpus.measuring(output::message).measure(CorpusJvm.ofCalls(), calls))
        .forEach(output::line);
    return ExitCode.PASSED.code();
  }
}
