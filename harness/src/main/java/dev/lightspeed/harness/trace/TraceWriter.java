package dev.lightspeed.harness.trace;

import dev.lightspeed.harness.file.JsonText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

/** Writes the lines of a trace file: sorted keys, no white space, columns as arrays. */
final class TraceWriter {

  private final Writer out;

  private TraceWriter(Writer out) {
    this.out = out;
  }

  static void write(Writer out, TraceSet set) throws IOException {
    TraceWriter writer = new TraceWriter(out);
    out.write(header(set));
    out.write('\n');
    for (Trace trace : set.traces()) {
      for (int i = 0; i < trace.sessions().size(); i++) {
        writer.session(trace.workload(), i, trace.sessions().get(i));
      }
    }
  }

  private static String header(TraceSet set) {
    List<SortedMap<String, Object>> scenarios =
        set.traces().stream().map(TraceWriter::scenario).toList();
    SortedMap<String, Object> header = new TreeMap<>();
    header.put("meter", set.meter());
    header.put("scenarios", scenarios);
    header.put("schema", TraceFile.SCHEMA);
    header.put("uncounted", set.uncounted());
    return JsonText.canonical(header);
  }

  private static SortedMap<String, Object> scenario(Trace trace) {
    SortedMap<String, Object> pace = new TreeMap<>();
    pace.put("meanNs", trace.pace().meanNs());
    pace.put("mode", trace.pace().mode().name().toLowerCase(Locale.ROOT));
    SortedMap<String, Object> scenario = new TreeMap<>();
    scenario.put("eventsPerSession", trace.eventsPerSession());
    scenario.put("pace", pace);
    scenario.put("sessionCount", trace.sessionCount());
    scenario.put("workload", trace.workload());
    return scenario;
  }

  private void session(String workload, int index, SessionTrace session) throws IOException {
    int events = session.eventCount();
    out.write('{');
    column("allocatedBytes", events, session::allocatedBytes);
    out.write(',');
    column("cpuUnits", events, session::cpuUnits);
    out.write(",\"mount\":" + mount(session.mount()) + ",");
    column("patchOps", events, session::patchOps);
    out.write(',');
    column("payloadBytes", events, session::payloadBytes);
    out.write(',');
    column("retainedBytes", events, session::retainedBytes);
    out.write(",\"session\":" + index + ",\"workload\":\"" + workload + "\"}\n");
  }

  private void column(String name, int events, IntToLongFunction value) throws IOException {
    out.write("\"" + name + "\":[");
    for (int i = 0; i < events; i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(JsonText.integer(value.applyAsLong(i)));
    }
    out.write(']');
  }

  private static String mount(Cost mount) {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("allocatedBytes", mount.allocatedBytes());
    tree.put("cpuUnits", mount.cpuUnits());
    tree.put("patchOps", mount.patchOps());
    tree.put("payloadBytes", mount.payloadBytes());
    tree.put("retainedBytes", mount.retainedBytes());
    return JsonText.canonical(tree);
  }
}
