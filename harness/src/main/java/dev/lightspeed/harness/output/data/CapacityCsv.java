package dev.lightspeed.harness.output.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.lightspeed.harness.capacity.Capacity;
import dev.lightspeed.harness.capacity.CapacityPoint;
import dev.lightspeed.harness.report.Figure;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The curves of capacities, a line a point (RFC 4180, but for lines that end in a line feed):
 * latencies in ms, shares in thousandths.
 */
public final class CapacityCsv {

  private CapacityCsv() {}

  /** The text of the file. */
  public static String write(List<Capacity> capacities) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(
          "workloads",
          "sessions",
          "p50LatencyMs",
          "p95LatencyMs",
          "p99LatencyMs",
          "cpuUtilisationPermille",
          "linkUtilisationPermille",
          "memoryUnits",
          "fits");
      for (Capacity capacity : capacities) {
        for (CapacityPoint point : capacity.curve()) {
          csv.writeRecord(line(capacity.name(" "), point));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> line(String name, CapacityPoint point) {
    return Stream.of(
            name,
            point.sessions(),
            point.latency().p50(),
            point.latency().p95(),
            point.latency().p99(),
            point.ofMachine(Figure.CPU_UTILISATION),
            point.ofMachine(Figure.LINK_UTILISATION),
            point.memory().value(),
            point.fits())
        .map(String::valueOf)
        .toList();
  }
}
