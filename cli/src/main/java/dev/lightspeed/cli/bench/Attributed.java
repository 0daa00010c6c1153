package dev.lightspeed.cli.bench;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.meter.CallRecord;
import dev.lightspeed.meter.Meter;
import java.util.Iterator;

/**
 * A workload whose work is attributed to call paths from the moment that a session is opened. For
 * one thread: all of its sessions share a record.
 */
final class Attributed implements Workload {

  private final Workload workload;
  private final CallRecord record;

  /** The given workload, attributed to a record of its own. */
  Attributed(Workload workload) {
    this.workload = workload;
    this.record = new CallRecord(workload.label());
  }

  @Override
  public String label() {
    return workload.label();
  }

  @Override
  public Pace pace() {
    return workload.pace();
  }

  @Override
  public Iterator<Event> script(int sessionIndex) {
    return workload.script(sessionIndex);
  }

  @Override
  public Session open(int sessionIndex) {
    Meter.require().record(record);
    return workload.open(sessionIndex);
  }
}
