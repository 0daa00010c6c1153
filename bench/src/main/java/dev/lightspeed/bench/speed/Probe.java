package dev.lightspeed.bench.speed;

import dev.lightspeed.harness.calibrate.Jvm;
import dev.lightspeed.meter.MeterMode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of JVM that speeds are measured in. Code that was loaded with the meter cannot be measured
 * without it, so there is one for each way of counting.
 */
enum Probe {
  /** No meter and no workload: the virtual machine. */
  REPLAY(null, "", false),
  /** No meter: the event path. */
  UNMETERED(null, "", false),
  /** A meter that counts nothing, because no class was made to count: what tracing costs alone. */
  BARE(MeterMode.PORTABLE, "=instrument=none", false),
  /** The portable mode. */
  PORTABLE(MeterMode.PORTABLE, "", false),
  /** The full mode. */
  FULL(MeterMode.FULL, "", false),
  /** The portable mode, with work attributed to call paths. */
  ATTRIBUTED(MeterMode.PORTABLE, "", true);

  private final @Nullable MeterMode mode;
  private final String agentOptions;
  private final boolean attributing;

  Probe(@Nullable MeterMode mode, String agentOptions, boolean attributing) {
    this.mode = mode;
    this.agentOptions = agentOptions;
    this.attributing = attributing;
  }

  /** What is counted, or null without a meter. */
  @Nullable MeterMode mode() {
    return mode;
  }

  /** Whether work is attributed to call paths. */
  boolean attributing() {
    return attributing;
  }

  /** Whether the event path is measured, by itself. */
  boolean measuresEvents() {
    return this == UNMETERED || this == PORTABLE;
  }

  /** Flags for its JVM; the meter is in {@code jar}. */
  List<String> flags(Path jar) {
    String collector = "-XX:+UseSerialGC";
    return mode == null ? List.of(collector) : List.of(Jvm.agent(jar) + agentOptions, collector);
  }
}
