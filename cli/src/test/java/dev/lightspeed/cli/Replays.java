package dev.lightspeed.cli;

import dev.lightspeed.cli.text.Environment;
import dev.lightspeed.cli.text.Workplace;
import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceFile;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.meter.Meter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Commands in a folder of their own, on traces that are made up: nothing is run for them. */
final class Replays {

  /** What every event and every mount costs unless a test says otherwise. */
  static final Cost COST = new Cost(1000, 100, 2, 640, 1500);

  private final Path folder;
  private final Path trace;

  Replays(Path folder) {
    this.folder = folder;
    this.trace = folder.resolve("some.trace");
  }

  /** Traces two sessions of {@code label} whose mount and only event cost that. */
  Replays traced(String label, Cost cost) {
    return traced(List.of(trace(label, cost, 2)));
  }

  /** Traces two sessions of each label. */
  Replays traced(String... labels) {
    return tracedWith(2, labels);
  }

  /** Traces so many sessions of each label. */
  Replays tracedWith(int sessions, String... labels) {
    List<Trace> traces = new ArrayList<>();
    for (String label : labels) {
      traces.add(trace(label, COST, sessions));
    }
    return traced(traces);
  }

  /** Runs {@code command} on the trace, in the folder, outside CI. */
  CommandRun run(String command, String... more) {
    return runAt(new Workplace(folder, false), command, more);
  }

  /** Runs {@code command} on the trace at {@code workplace}. */
  CommandRun runAt(Workplace workplace, String command, String... more) {
    List<String> args = new ArrayList<>(List.of(command, "--trace", trace.toString()));
    args.addAll(List.of(more));
    return CommandRun.in(Environment.plain().at(workplace), args.toArray(new String[0]));
  }

  /** Writes a file of the folder. */
  Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a file of the folder says. */
  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Replays traced(List<Trace> traces) {
    TraceFile.write(trace, new TraceSet(Meter.version(), List.of(), traces));
    return this;
  }

  private static Trace trace(String label, Cost cost, int sessions) {
    SessionTrace session = SessionTrace.of(cost, List.of(cost));
    Pace pace = Pace.thinking(Duration.ofSeconds(100));
    return new Trace(label, pace, sessions, 1, Collections.nCopies(sessions, session));
  }
}
