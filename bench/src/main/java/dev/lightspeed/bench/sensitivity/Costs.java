package dev.lightspeed.bench.sensitivity;

import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What every event of every session cost in a first trace, and what there is to make it cost more.
 * One JVM records it, others read it.
 */
final class Costs {

  private final long unitsPerTurn;
  private final long[][] units;

  private Costs(long unitsPerTurn, long[][] units) {
    this.unitsPerTurn = unitsPerTurn;
    this.units = units;
  }

  /**
   * The costs of given units.
   *
   * @param unitsPerTurn CPU units of one turn of {@link Burn}, at least 1
   * @param units CPU units by session and event, each at least 0
   * @throws IllegalArgumentException if a number is out of range
   */
  static Costs of(long unitsPerTurn, long[][] units) {
    if (unitsPerTurn < 1) {
      throw new IllegalArgumentException(
          "unitsPerTurn: " + unitsPerTurn + " is out of range, at least 1");
    }
    for (long[] session : units) {
      for (long event : session) {
        if (event < 0) {
          throw new IllegalArgumentException("units: " + event + " is out of range, at least 0");
        }
      }
    }
    return new Costs(unitsPerTurn, units);
  }

  /** The costs of the events of {@code trace}. */
  static Costs of(long unitsPerTurn, Trace trace) {
    long[][] units = new long[trace.sessions().size()][trace.eventsPerSession()];
    for (int session = 0; session < units.length; session++) {
      SessionTrace each = trace.sessions().get(session);
      for (int event = 0; event < units[session].length; event++) {
        units[session][event] = each.cpuUnits(event);
      }
    }
    return of(unitsPerTurn, units);
  }

  /** CPU units of one turn of {@link Burn}. */
  long unitsPerTurn() {
    return unitsPerTurn;
  }

  /** Sessions. */
  int sessions() {
    return units.length;
  }

  /** Events of each session. */
  int events() {
    return units.length == 0 ? 0 : units[0].length;
  }

  /** CPU units of one event. */
  long units(int session, int event) {
    return units[session][event];
  }

  /** CPU units of all events together. */
  long total() {
    long total = 0;
    for (long[] session : units) {
      for (long event : session) {
        total = Math.addExact(total, event);
      }
    }
    return total;
  }

  /**
   * Writes them for {@link #read}.
   *
   * @throws IOException if the file cannot be written
   */
  void write(Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeLong(unitsPerTurn);
      out.writeInt(sessions());
      out.writeInt(events());
      for (long[] session : units) {
        for (long event : session) {
          out.writeLong(event);
        }
      }
    }
  }

  /**
   * The costs in {@code file}.
   *
   * @throws IOException if it cannot be read or was not written whole
   */
  static Costs read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      long unitsPerTurn = in.readLong();
      long[][] units = new long[in.readInt()][in.readInt()];
      for (long[] session : units) {
        for (int event = 0; event < session.length; event++) {
          session[event] = in.readLong();
        }
      }
      return of(unitsPerTurn, units);
    }
  }
}
