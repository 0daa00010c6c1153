package dev.lightspeed.harness.run;

import java.util.List;

/** Is told how far a run is. Nothing that it does reaches a figure. */
public interface RunListener {

  /** Hears nothing. */
  RunListener NONE = new RunListener() {};

  /** So many events will be counted. */
  default void started(long events) {}

  /** What is worked on from now on: a workload's label, or where else something is counted. */
  default void working(String task) {}

  /** So many events were counted just now; called from several threads. */
  default void counted(long events) {}

  /** Nothing more is counted, or nothing more can be; follows each start. */
  default void ended() {}

  /** Whose work is missing from the counts, each with the reason; empty if nobody's. */
  default void uncounted(List<String> uncounted) {}
}
