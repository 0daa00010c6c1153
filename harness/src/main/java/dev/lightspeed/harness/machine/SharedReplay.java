package dev.lightspeed.harness.machine;

import java.util.List;

/**
 * What replaying several traces on one machine gave.
 *
 * @param latency how long the events of all took
 * @param each by trace: the latency of its own events; the busy times and the end are the machine's
 */
public record SharedReplay(LatencyMs latency, List<Replay> each) {

  /** Copies the list. */
  public SharedReplay {
    each = List.copyOf(each);
  }
}
