package dev.lightspeed.cli.calibrate;

import com.sun.management.OperatingSystemMXBean;
import dev.lightspeed.harness.machine.CalibratedProfile;
import dev.lightspeed.harness.machine.Calibration;
import dev.lightspeed.harness.machine.Profile;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** A profile that resembles this machine: its CPU is measured, its link and memory are given. */
public final class MachineProfile {

  private static final String NAME = "calibrated";
  private static final long NS_PER_MS = 1_000_000;
  private static final long BYTES_PER_MS_AND_MBIT = 125;
  private static final long KIB_PER_MIB = 1024;
  private static final int TEN_THOUSAND = 10_000;

  private MachineProfile() {}

  /**
   * The profile.
   *
   * @param linkMbit megabits a second of the link, at least 1
   * @param memoryMib MiB for sessions, at least 1
   */
  public static CalibratedProfile of(
      ProgramTiming measured, Accuracy accuracy, long linkMbit, long memoryMib) {
    Calibration calibration =
        new Calibration(
            measured.meter(),
            measured.jdk(),
            accuracy.programs(),
            tenThousandths(accuracy.rank()),
            tenThousandths(accuracy.rankFitted()),
            tenThousandths(accuracy.rankHeldOut()),
            unitsPerMs(accuracy.p10Rate()),
            unitsPerMs(accuracy.medianRate()),
            unitsPerMs(accuracy.p90Rate()),
            percent(accuracy.errorP50()),
            percent(accuracy.errorP90()));
    Profile profile =
        new Profile(
            NAME,
            calibration.unitsPerMsP50(),
            linkMbit * BYTES_PER_MS_AND_MBIT,
            memoryMib * KIB_PER_MIB);
    return new CalibratedProfile(profile, Optional.of(calibration));
  }

  /** Three quarters of the memory of this machine, or of the container around it, in MiB. */
  public static long defaultMemoryMib() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return Math.max(1, system.getTotalMemorySize() / (KIB_PER_MIB * KIB_PER_MIB) * 3 / 4);
  }

  /** Rounded down: no limit is met by rounding. */
  private static int tenThousandths(double correlation) {
    return (int) Math.floor(TEN_THOUSAND * correlation);
  }

  private static long unitsPerMs(double unitsPerNs) {
    return Math.max(1, Math.round(unitsPerNs * NS_PER_MS));
  }

  /** Rounded up, for the same reason. */
  private static long percent(double error) {
    return (long) Math.ceil(100 * error);
  }
}
