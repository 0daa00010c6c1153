package dev.lightspeed.bench.accuracy;

/**
 * A program of the corpus, counted and timed on this machine.
 *
 * @param program its name
 * @param family what its work is like
 * @param fitted whether the weights were fitted on it
 * @param nsPerPass nanoseconds of CPU time of a pass, at least 1
 * @param steady whether passes had stopped to get faster when they were timed
 * @param units CPU units of a pass, at least 1
 * @param unitsAgain CPU units of the pass after it
 */
public record Sample(
    String program,
    String family,
    boolean fitted,
    long nsPerPass,
    boolean steady,
    long units,
    long unitsAgain) {

  /**
   * @throws IllegalArgumentException if a figure is below 1, which a program that does something
   *     cannot have
   */
  public Sample {
    if (nsPerPass < 1 || units < 1 || unitsAgain < 1) {
      throw new IllegalArgumentException(
          program
              + ": "
              + nsPerPass
              + " ns, "
              + units
              + " and "
              + unitsAgain
              + " units, each must be at least 1");
    }
  }

  /** How fast the program was, in units. */
  public double unitsPerNs() {
    return (double) units / nsPerPass;
  }

  /** Whether two passes in a row counted the same. */
  public boolean settled() {
    return units == unitsAgain;
  }

  /** How far apart the two counts are, in parts of the first; 0 if it is settled. */
  double spread() {
    return Math.abs((double) unitsAgain / units - 1);
  }
}
