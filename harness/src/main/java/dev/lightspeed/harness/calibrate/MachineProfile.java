package dev.lightspeed.harness.calibrate;

import com.sun.management.OperatingSystemMXBean;
import dev.lightspeed.harness.machine.CalibratedProfile;
import dev.lightspeed.harness.machine.Calibration;
import dev.lightspeed.harness.machine.Profile;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** A profile that resembles this machine: its CPU is measured, its link and memory are given. */
public final class MachineProfile {

  private static final String NAME = "calibrated";
  private static final long BYTES_PER_MS_AND_MBIT = 125;
  private static final long KIB_PER_MIB = 1024;

  private MachineProfile() {}

  /**
   * The profile.
   *
   * @param linkMbit megabits a second of the link, at least 1
   * @param memoryMib MiB for sessions, at least 1
   */
  public static CalibratedProfile of(Calibration calibration, long linkMbit, long memoryMib) {
    Profile profile =
        new Profile(
            NAME,
            calibration.unitsPerMsMedian(),
            linkMbit * BYTES_PER_MS_AND_MBIT,
            memoryMib * KIB_PER_MIB);
    return new CalibratedProfile(profile, Optional.of(calibration));
  }

  /** Three quarters of the memory of this machine, or of the container around it, in MiB. */
  public static long defaultMemoryMib() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return Math.max(1, system.getTotalMemorySize() / (KIB_PER_MIB * KIB_PER_MIB) * 3 / 4);
  }
}
