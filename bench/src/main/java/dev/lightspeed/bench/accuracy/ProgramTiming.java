package dev.lightspeed.bench.accuracy;

import java.util.List;

/**
 * What was measured of the corpus.
 *
 * @param meter what counted, such as {@code portable/1}
 * @param jdk the release of the JDK that was timed
 * @param samples a sample for every program, at least one
 */
public record ProgramTiming(String meter, String jdk, List<Sample> samples) {

  /** Copies the list. */
  public ProgramTiming {
    samples = List.copyOf(samples);
  }
}
