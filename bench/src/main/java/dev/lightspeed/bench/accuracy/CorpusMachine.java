package dev.lightspeed.bench.accuracy;

import dev.lightspeed.meter.MeterMode;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;

/** What runs the programs of the corpus. */
public interface CorpusMachine {

  /**
   * A program as the corpus lists it.
   *
   * @param name its name
   * @param family what its work is like
   * @param fitted whether weights are fitted on it
   */
  record Listed(String name, String family, boolean fitted) {}

  /**
   * A program as timed.
   *
   * @param nsPerPass nanoseconds of CPU time of a pass, at least 1
   * @param steady whether passes had stopped to get faster
   */
  record TimedProgram(long nsPerPass, boolean steady) {}

  /**
   * A program as counted.
   *
   * @param meter what counted
   * @param units CPU units of a pass, at least 0
   * @param unitsAgain CPU units of the pass after it
   */
  record CountedProgram(String meter, long units, long unitsAgain) {}

  /**
   * All programs, at least one, in the order of the corpus.
   *
   * @throws IOException if the corpus cannot be run
   */
  List<Listed> programs() throws IOException, InterruptedException;

  /**
   * Times one program without the meter.
   *
   * @param quick whether a short warm-up will do
   * @throws IOException if the corpus cannot be run
   */
  TimedProgram time(String program, boolean quick) throws IOException, InterruptedException;

  /**
   * Counts one program by the weights in use.
   *
   * @throws IOException if the corpus cannot be run
   */
  CountedProgram count(String program, MeterMode mode) throws IOException, InterruptedException;

  /**
   * Counts programs by other weights, one after the other.
   *
   * @param weights by kind; kinds that are missing weigh 0
   * @throws IOException if the corpus cannot be run
   */
  List<CountedProgram> count(
      List<String> programs, MeterMode mode, SortedMap<String, Integer> weights)
      throws IOException, InterruptedException;
}
