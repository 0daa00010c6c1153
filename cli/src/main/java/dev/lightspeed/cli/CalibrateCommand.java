package dev.lightspeed.cli;

import dev.lightspeed.cli.calibrate.Accuracy;
import dev.lightspeed.cli.calibrate.CalibrationText;
import dev.lightspeed.cli.calibrate.CorpusJvm;
import dev.lightspeed.cli.calibrate.CorpusMachine;
import dev.lightspeed.cli.calibrate.Fitting;
import dev.lightspeed.cli.calibrate.MachineProfile;
import dev.lightspeed.cli.calibrate.Measuring;
import dev.lightspeed.cli.calibrate.ProgramTiming;
import dev.lightspeed.cli.command.ExitCode;
import dev.lightspeed.cli.option.CommandJar;
import dev.lightspeed.cli.option.CountConverter;
import dev.lightspeed.cli.option.MeterOption;
import dev.lightspeed.cli.option.OutFile;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.cli.text.Version;
import dev.lightspeed.harness.file.AtomicFile;
import dev.lightspeed.harness.machine.ProfileFile;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lightspeed calibrate}. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    description = {
      "Count and time a corpus of programs on this machine, and tell how well CPU units predict"
          + " CPU time.",
      "",
      "With --out, write a profile of this machine. Its CPU is measured; its link and memory are"
          + " what you say. Every program runs in fresh JVMs; takes about ten minutes."
    })
final class CalibrateCommand implements Callable<Integer> {

  private final Output output;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private CommandSpec spec;

  @Option(
      names = "--meter",
      paramLabel = "portable|full",
      converter = MeterOption.Converter.class,
      description = "What is counted. Default: portable.")
  private MeterMode mode = MeterMode.PORTABLE;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      converter = CountConverter.Count.class,
      defaultValue = "3",
      description = "Time each program in N fresh JVMs; the median counts. Default: 3.")
  private int rounds;

  @Option(
      names = "--quick",
      description = "Warm up for a third of a second only: a first look, less exact.")
  private boolean quick;

  @Option(
      names = "--program",
      paramLabel = "NAME",
      description = "Measure this program only; may be repeated. Not with --out.")
  private List<String> programs = new ArrayList<>();

  @Option(
      names = "--fit",
      description =
          "For maintainers: fit the meter's weights to the fitted half and print them. Changes"
              + " nothing, and measures nothing of the other half.")
  private boolean fit;

  @Option(
      names = "--calls",
      description =
          "For maintainers: measure calls into the JDK one by one, which prices are set by, instead"
              + " of the corpus.")
  private boolean calls;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write a profile for 'lightspeed run --profile FILE'.")
  private @Nullable Path outFile;

  @Option(
      names = "--link",
      paramLabel = "MBIT",
      converter = CountConverter.Count.class,
      defaultValue = "1000",
      description = "The profile's link, in megabits per second. Default: 1000.")
  private int linkMbit;

  @Option(
      names = "--memory",
      paramLabel = "MIB",
      converter = CountConverter.Count.class,
      description =
          "The profile's memory for sessions. Default: three quarters of this machine's, or of the"
              + " container's.")
  private @Nullable Integer memoryMib;

  CalibrateCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (outFile != null) {
      if (!programs.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(),
            "--program cannot be combined with --out: a profile is made from the whole corpus");
      }
      if (fit || calls) {
        throw new ParameterException(
            spec.commandLine(),
            (fit ? "--fit" : "--calls")
                + " cannot be combined with --out: a profile is made from the whole corpus");
      }
      OutFile.requireWritable("--out", outFile);
    }
    Path jar = CommandJar.path("calibrate");
    CorpusJvm corpus = CorpusJvm.programs(jar, CommandJar.corpus(jar));
    Measuring measuring = new Measuring(mode, rounds, quick, output::message);
    if (calls) {
      if (fit) {
        throw new ParameterException(
            spec.commandLine(), "--calls cannot be combined with --fit: prices are not fitted");
      }
      CorpusJvm machine = CorpusJvm.calls(jar, CommandJar.corpus(jar));
      CalibrationText.calls(measuring.measure(machine, programs)).forEach(output::line);
      return ExitCode.PASSED.code();
    }
    if (fit) {
      ProgramTiming fitted = measuring.measure(corpus, fittedPrograms(corpus));
      new Fitting(mode, Meter.weights(), output::message).fit(corpus, fitted).forEach(output::line);
      return ExitCode.PASSED.code();
    }
    ProgramTiming measured = measuring.measure(corpus, programs);
    Accuracy accuracy = Accuracy.of(measured.samples());
    CalibrationText.lines(measured, accuracy).forEach(output::line);
    if (outFile != null) {
      long memory = memoryMib == null ? MachineProfile.defaultMemoryMib() : memoryMib;
      AtomicFile.write(
          outFile, ProfileFile.write(MachineProfile.of(measured, accuracy, linkMbit, memory)));
      output.line(
          "written to "
              + outFile
              + ": CPU measured; link "
              + Numbers.grouped(linkMbit)
              + " Mbit/s and memory "
              + Numbers.grouped(memory)
              + " MiB given");
    }
    return ExitCode.PASSED.code();
  }

  private List<String> fittedPrograms(CorpusJvm corpus) throws IOException, InterruptedException {
    if (!programs.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--program cannot be combined with --fit: weights are fitted to the whole fitted half");
    }
    return corpus.programs().stream()
        .filter(CorpusMachine.Listed::fitted)
        .map(CorpusMachine.Listed::name)
        .toList();
  }
}
