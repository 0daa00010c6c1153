package dev.lightspeed.harness.trace;

import dev.lightspeed.harness.file.GzipInput;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.JsonSource;
import dev.lightspeed.harness.file.Node;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a trace file. The header says which sessions follow; each must be there, once,
 * in order, and nothing else. Nothing is allocated on the header's word alone.
 */
final class TraceReader {

  private static final String AGAIN = "write the trace again";

  private final String name;
  private final JsonSource lines;

  private TraceReader(String name, JsonSource lines) {
    this.name = name;
    this.lines = lines;
  }

  static TraceSet read(Path file) {
    try (JsonSource lines = JsonSource.lines(file.toString(), GzipInput.open(file))) {
      return new TraceReader(file.toString(), lines).set();
    }
  }

  /** A scenario as the header announces it. */
  private record Announced(String workload, Pace pace, int sessionCount, int eventsPerSession) {

    int distinctSessions() {
      return Math.min(sessionCount, Scenario.DISTINCT_SESSIONS);
    }
  }

  private TraceSet set() {
    Node header = lines.nextLine();
    if (header == null) {
      throw new InputException(name + ": is empty, expected a trace: " + AGAIN);
    }
    header.schema(TraceFile.SCHEMA).keys("meter", "scenarios", "schema", "uncounted");
    List<String> uncounted = header.get("uncounted").items().stream().map(Node::text).toList();
    String meter = header.get("meter").text();
    List<Trace> traces = new ArrayList<>();
    for (Node scenario : header.get("scenarios").items()) {
      traces.add(trace(scenario));
    }
    if (lines.nextLine() != null) {
      throw new InputException(
          name
              + ":"
              + lines.line()
              + ": a line after the last session that line 1 announces, expected the end: "
              + AGAIN);
    }
    return header.make(() -> new TraceSet(meter, uncounted, traces));
  }

  private Trace trace(Node node) {
    node.keys("eventsPerSession", "pace", "sessionCount", "workload");
    Node pace = node.get("pace").keys("meanNs", "mode");
    Announced announced =
        node.make(
            () ->
                new Announced(
                    Scenario.requireLabel(node.get("workload").text()),
                    new Pace(mode(pace.get("mode")), pace.get("meanNs").integer(1, Long.MAX_VALUE)),
                    node.get("sessionCount").count(1, Integer.MAX_VALUE),
                    node.get("eventsPerSession").count(1, Integer.MAX_VALUE)));
    List<SessionTrace> sessions = new ArrayList<>();
    while (sessions.size() < announced.distinctSessions()) {
      sessions.add(session(lines.nextLine(), announced, sessions.size()));
    }
    return new Trace(
        announced.workload(),
        announced.pace(),
        announced.sessionCount(),
        announced.eventsPerSession(),
        sessions);
  }

  private static Pace.Mode mode(Node node) {
    return switch (node.text()) {
      case "think" -> Pace.Mode.THINK;
      case "broadcast" -> Pace.Mode.BROADCAST;
      default -> throw node.expected("'think' or 'broadcast'");
    };
  }

  private SessionTrace session(@Nullable Node line, Announced scenario, int index) {
    String expected =
        "session "
            + index
            + " of '"
            + scenario.workload()
            + "' (of "
            + scenario.distinctSessions()
            + ")";
    if (line == null) {
      throw new InputException(
          name + ":" + lines.line() + ": the file ends, expected " + expected + ": " + AGAIN);
    }
    line.keys(
        "allocatedBytes",
        "cpuUnits",
        "mount",
        "patchOps",
        "payloadBytes",
        "retainedBytes",
        "session",
        "workload");
    String workload = line.get("workload").text();
    int session = line.get("session").count(0, Scenario.DISTINCT_SESSIONS - 1);
    if (!workload.equals(scenario.workload()) || session != index) {
      throw new InputException(
          name
              + ":"
              + lines.line()
              + ": found session "
              + session
              + " of '"
              + workload
              + "', expected "
              + expected
              + ": "
              + AGAIN);
    }
    return session(line, scenario.eventsPerSession());
  }

  private static SessionTrace session(Node line, int events) {
    long[] allocatedBytes = line.get("allocatedBytes").integers(events, 0, Long.MAX_VALUE);
    long[] cpuUnits = line.get("cpuUnits").integers(events, 0, Long.MAX_VALUE);
    long[] payloadBytes = line.get("payloadBytes").integers(events, 0, Integer.MAX_VALUE);
    long[] patchOps = line.get("patchOps").integers(events, 0, Integer.MAX_VALUE);
    long[] retainedBytes = line.get("retainedBytes").integers(events, 0, Long.MAX_VALUE);
    SessionTrace.Builder builder = new SessionTrace.Builder(mount(line.get("mount")), events);
    for (int i = 0; i < events; i++) {
      builder.add(
          new Cost(
              cpuUnits[i],
              (int) payloadBytes[i],
              (int) patchOps[i],
              allocatedBytes[i],
              retainedBytes[i]));
    }
    return builder.build();
  }

  private static Cost mount(Node mount) {
    mount.keys("allocatedBytes", "cpuUnits", "patchOps", "payloadBytes", "retainedBytes");
    return new Cost(
        mount.get("cpuUnits").integer(0, Long.MAX_VALUE),
        mount.get("payloadBytes").count(0, Integer.MAX_VALUE),
        mount.get("patchOps").count(0, Integer.MAX_VALUE),
        mount.get("allocatedBytes").integer(0, Long.MAX_VALUE),
        mount.get("retainedBytes").integer(0, Long.MAX_VALUE));
  }
}
