package dev.lightspeed.cli.command;

import dev.lightspeed.cli.option.CountConverter;
import dev.lightspeed.cli.option.MeterOption;
import dev.lightspeed.cli.option.OutFile;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.harness.calibrate.MachineProfile;
import dev.lightspeed.harness.calibrate.MachineRates;
import dev.lightspeed.harness.calibrate.WorkloadRate;
import dev.lightspeed.harness.file.AtomicFile;
import dev.lightspeed.harness.machine.Calibration;
import dev.lightspeed.harness.machine.ProfileFile;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lightspeed calibrate}. */
@Command(
    name = "calibrate",
    description = {
      "Measure how many CPU units this machine executes in a millisecond, and how well they predict"
          + " CPU time.",
      "",
      "Counts the standard workloads and times them in fresh JVMs, which takes at most two minutes."
          + " With --out, write a profile of this machine. Its CPU is measured; its link and memory"
          + " are what you say."
    })
public final class CalibrateCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private MeterOption meter = new MeterOption();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      converter = CountConverter.FromOne.class,
      defaultValue = "3",
      description =
          "Time each workload in N fresh JVMs, if two minutes are enough; the median counts."
              + " Default: 3.")
  private int rounds;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write a profile for 'lightspeed run --profile FILE'.")
  private @Nullable Path outFile;

  @Option(
      names = "--link",
      paramLabel = "MBIT",
      converter = CountConverter.FromOne.class,
      defaultValue = "1000",
      description = "The profile's link, in megabits per second. Default: 1000.")
  private int linkMbit;

  @Option(
      names = "--memory",
      paramLabel = "MIB",
      converter = CountConverter.FromOne.class,
      description =
          "The profile's memory for sessions. Default: three quarters of this machine's, or of the"
              + " container's.")
  private @Nullable Integer memoryMib;

  /** Writes to {@code output}. */
  public CalibrateCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (outFile != null) {
      OutFile.requireWritable("--out", outFile);
    }
    Meter.require();
    MachineRates measured =
        MachineRates.measure(meter.mode(MeterMode.PORTABLE), rounds, output::message);
    Calibration calibration = measured.calibration();
    print(measured, calibration);
    if (outFile != null) {
      long memory = memoryMib == null ? MachineProfile.defaultMemoryMib() : memoryMib;
      AtomicFile.write(
          outFile, ProfileFile.write(MachineProfile.of(calibration, linkMbit, memory)));
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

  private void print(MachineRates measured, Calibration calibration) {
    output.line("meter " + measured.meter() + ", JDK " + measured.jdk());
    output.line("");
    output.line(row("workload", "units/ms", "error"));
    for (WorkloadRate rate : measured.rates()) {
      double error = 100.0 * rate.unitsPerMs() / calibration.unitsPerMsMedian() - 100;
      output.line(
          row(
              rate.workload(),
              Numbers.grouped(rate.unitsPerMs()),
              String.format(Locale.ROOT, "%+.0f %%", error)));
    }
    output.line("");
    output.line(
        "median "
            + Numbers.grouped(calibration.unitsPerMsMedian())
            + " units/ms, which predicts their CPU times within "
            + calibration.errorPercent()
            + " %");
    for (WorkloadRate rate : measured.rates()) {
      if (!rate.steady()) {
        output.line("not steady: " + rate.workload() + " was still getting faster when timed");
      }
    }
  }

  private static String row(String workload, String rate, String error) {
    return String.format(Locale.ROOT, "%-18s %12s %7s", workload, rate, error);
  }
}
