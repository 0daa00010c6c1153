package dev.lightspeed.bench.jvm;

import dev.lightspeed.harness.calibrate.Jvm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Other work on this machine: a process for each core that does nothing but burn it. */
public final class Load implements AutoCloseable {

  private final List<Process> burners;

  private Load(List<Process> burners) {
    this.burners = burners;
  }

  /** No other work. */
  public static Load none() {
    return new Load(List.of());
  }

  /**
   * Burns every core until it is closed, or this JVM ends in whichever way.
   *
   * @throws IOException if a process cannot be started
   */
  public static Load onEveryCore() throws IOException {
    Load load = new Load(new ArrayList<>());
    try {
      for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
        load.burners.add(
            Jvm.start(
                List.of("-XX:+UseSerialGC", "-Xmx16m"),
                Jvm.classPath(),
                Burner.class.getName(),
                List.of()));
      }
      for (Process burner : load.burners) {
        if (burner.getInputStream().read() != Burner.BURNING) {
          throw new IOException("a process that was to burn a core has not started");
        }
      }
    } catch (IOException | RuntimeException e) {
      load.close();
      throw e;
    }
    return load;
  }

  /**
   * Refuses what was measured since the start, unless every core was burnt all the time.
   *
   * @throws IllegalStateException if one was not
   */
  public void requireUnbroken() {
    if (!burners.stream().allMatch(Process::isAlive)) {
      throw new IllegalStateException(
          "a process that was to burn a core ended early: what was measured was not under load");
    }
  }

  /** Ends it, and returns when it has ended. */
  @Override
  public void close() {
    burners.forEach(Process::destroyForcibly);
    burners.forEach(burner -> burner.onExit().join());
  }
}
