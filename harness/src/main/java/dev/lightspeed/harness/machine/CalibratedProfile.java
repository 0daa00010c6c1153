package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.file.InputException;
import java.util.Optional;

/**
 * What a profile file holds.
 *
 * @param profile the virtual machine
 * @param calibration how it was measured; nothing for one that was thought up
 */
public record CalibratedProfile(Profile profile, Optional<Calibration> calibration) {

  /**
   * The profile, for units that {@code meter} counts. One that was thought up is for any.
   *
   * @param name the file's name for errors
   * @param meter what counts, as {@code Meter.version()} has it
   * @throws InputException if the profile was calibrated with another meter, in whose units its CPU
   *     is told
   */
  public Profile forMeter(String name, String meter) {
    if (calibration.isPresent() && !calibration.get().meter().equals(meter)) {
      throw new InputException(
          name
              + ": calibrated with "
              + calibration.get().meter()
              + ", this lightspeed counts with "
              + meter
              + ", whose units are others: calibrate again with 'lightspeed calibrate --out "
              + name
              + "'");
    }
    return profile;
  }
}
