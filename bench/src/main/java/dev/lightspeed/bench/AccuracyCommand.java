package dev.lightspeed.bench;

import dev.lightspeed.bench.accuracy.Accuracy;
import dev.lightspeed.bench.accuracy.AccuracyText;
import dev.lightspeed.bench.accuracy.CorpusJvm;
import dev.lightspeed.bench.accuracy.ProgramTiming;
import dev.lightspeed.cli.command.ExitCode;
import dev.lightspeed.cli.text.Output;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code benchmark accuracy}. */
@Command(
    name = "accuracy",
    description = {
      "Count and time the corpus of programs on this machine, and tell how well CPU units predict"
          + " CPU time.",
      "",
      "Every program runs in fresh JVMs; takes about a quarter of an hour."
    })
final class AccuracyCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private CorpusOptions corpus = new CorpusOptions();

  @Option(
      names = "--program",
      paramLabel = "NAME",
      description = "Measure this program only; may be repeated.")
  private List<String> programs = new ArrayList<>();

  AccuracyCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ProgramTiming measured =
        corpus.measuring(output::message).measure(CorpusJvm.ofPrograms(), programs);
    AccuracyText.lines(measured, Accuracy.of(measured.samples())).forEach(output::line);
    return ExitCode.PASSED.code();
  }
}
