package dev.lightspeed.harness.output.data;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.InputFile;
import dev.lightspeed.harness.file.JsonSource;
import dev.lightspeed.harness.file.JsonText;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ReportJson;
import dev.lightspeed.harness.report.ReportSignature;
import dev.lightspeed.harness.run.Finding;
import dev.lightspeed.harness.run.Finding.Reading;
import dev.lightspeed.harness.run.Outcome;
import dev.lightspeed.harness.run.Ungated;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The whole outcome as JSON, schema {@code result/1}: the report, its signature, and every check
 * with its numbers. Keys are sorted; integers beyond ±(2^53 - 1) are strings.
 */
public final class ResultJson {

  private static final String SCHEMA = "result/1";

  private ResultJson() {}

  /** The text of the file. */
  public static String write(Outcome outcome) {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("schema", SCHEMA);
    tree.put("verdict", outcome.status().word());
    tree.put("signature", ReportSignature.of(outcome.report()));
    tree.put("report", ReportJson.tree(outcome.report()));
    tree.put("checks", outcome.findings().stream().map(ResultJson::check).toList());
    tree.put("ungated", outcome.ungated().stream().map(ResultJson::ungated).toList());
    outcome.comparison().ifPresent(comparison -> tree.put("baseline", comparison.baseline()));
    return JsonText.pretty(tree);
  }

  /**
   * The report in {@code file}, a result.
   *
   * @throws InputException if it cannot be read or is no result
   */
  public static Report readReport(Path file) {
    return readReport(file.toString(), InputFile.text(file));
  }

  /**
   * The report in {@code text}, a result.
   *
   * @param name the file's name for errors
   * @throws InputException if it is no result
   */
  public static Report readReport(String name, String text) {
    return ReportJson.read(JsonSource.parse(name, text).schema(SCHEMA).get("report"));
  }

  private static SortedMap<String, Object> check(Finding finding) {
    SortedMap<String, Object> check = new TreeMap<>();
    check.put("gate", finding.gate().word());
    check.put("message", finding.message());
    check.put("state", finding.verdict().word());
    check.put("subject", finding.subject());
    if (!finding.workload().isEmpty()) {
      check.put("workload", finding.workload());
    }
    finding.reading().ifPresent(reading -> addReading(check, reading));
    return check;
  }

  private static void addReading(SortedMap<String, Object> check, Reading reading) {
    check.put("figure", reading.figure().key());
    check.put("limit", reading.limit());
    check.put("value", reading.value());
    reading.baseline().ifPresent(before -> check.put("baseline", before));
  }

  private static SortedMap<String, Object> ungated(Ungated scenario) {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("reason", scenario.reason());
    tree.put("workload", scenario.workload());
    return tree;
  }
}
