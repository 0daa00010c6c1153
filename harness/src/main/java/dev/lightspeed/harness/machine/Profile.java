package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.text.Range;

/**
 * The virtual machine that traces are replayed on.
 *
 * @param name what reports call it: 1 to 64 printable ASCII characters
 * @param cpuUnits CPU units executed per virtual millisecond, at least 1
 * @param ioUnits payload bytes sent per virtual millisecond, at least 1
 * @param memoryUnits memory units (KiB) that the machine has for sessions, at least 1
 */
public record Profile(String name, long cpuUnits, long ioUnits, long memoryUnits) {

  /**
   * @throws IllegalArgumentException if a component is out of range
   */
  public Profile {
    if (name.isEmpty() || name.length() > 64 || !name.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          "profile.name: '" + name + "' is not 1 to 64 printable ASCII characters");
    }
    Range.requireAtLeast("profile.cpuUnits", cpuUnits, 1);
    Range.requireAtLeast("profile.ioUnits", ioUnits, 1);
    Range.requireAtLeast("profile.memoryUnits", memoryUnits, 1);
  }

  /** {@code pinned (6000 CPU units/ms, 200 B/ms, 1048576 KiB)}. */
  public String inWords() {
    return name + " (" + cpuUnits + " CPU units/ms, " + ioUnits + " B/ms, " + memoryUnits + " KiB)";
  }
}
