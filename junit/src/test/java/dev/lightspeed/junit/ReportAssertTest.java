package dev.lightspeed.junit;

import static dev.lightspeed.junit.Fails.assertFails;
import static dev.lightspeed.junit.PerformanceAssertions.assertThat;

import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.gate.Tolerance;
import dev.lightspeed.harness.gate.Tolerances;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.BaselineFile;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ReportSignature;
import dev.lightspeed.harness.report.ScenarioReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportAssertTest {

  private static final Budget MET = new Budget("checkout", 2, 412, 900, 6);
  private static final Budget BROKEN = new Budget("checkout", 2, 400, 1_000, 6);

  @TempDir private Path folder;

  @Test
  void anUnknownWorkloadFailsWithTheNearestAndAllThatThereAre() {
    assertFails(
        () -> assertThat(Reports.REPORT).workload("chekout"),
        "unknown workload 'chekout', did you mean 'checkout'? in the report: checkout, catalogue");
    assertFails(
        () -> assertThat(Reports.REPORT).workload("x"),
        "unknown workload 'x'; in the report: checkout, catalogue");
  }

  @Test
  void budgetsAreHeldAgainstTheReportAsByTheCommand() {
    assertThat(Reports.REPORT).meets(MET).meets(new Budget("catalogue", 19, 19, 1, 3));

    assertFails(
        () -> assertThat(Reports.REPORT).meets(BROKEN),
        "checkout: avg payload 412 B > 400 B (+3.0 %); throughput 900 events/s < 1000 events/s"
            + " (-10.0 %)");
    assertFails(
        () ->
            assertThat(Reports.REPORT)
                .meetsBudgets(List.of(BROKEN, new Budget("catalog", 1, 1, 1, 1))),
        "checkout: avg payload 412 B > 400 B (+3.0 %); throughput 900 events/s < 1000 events/s"
            + " (-10.0 %)",
        "catalog: no scenario of this workload was run, did you mean 'catalogue'? run: checkout,"
            + " catalogue; add the scenario or remove the budget");
  }

  @Test
  void whatDoesNotFitTheProfileFailsWhateverTheBudget() {
    Profile small = new Profile("small", 6_000, 200, 250);
    Report report = new Report(small, List.of(Reports.CHECKOUT), Reports.METER, List.of());

    assertFails(
        () -> assertThat(report).meets(MET),
        "checkout: memory of all sessions 280 KiB > 250 KiB (+12.0 %)");
  }

  @Test
  void noBudgetGatesNothingAndFails() {
    assertFails(
        () -> assertThat(Reports.REPORT).meetsBudgets(List.of()),
        "nothing is gated: no budget applies to what was run");
  }

  @Test
  void aBudgetThatCannotBeHeldAgainstTheReportFails() {
    assertFails(
        () -> assertThat(Reports.REPORT).meetsBudgets(List.of(MET, MET)),
        "budgets: the workload 'checkout' has two, expected one");
  }

  @Test
  void aReportIsComparedWithABaselineAsByTheCommand() throws IOException {
    Path file =
        baseline(BaselineFile.runtime(), Reports.of(Reports.checkout(400), Reports.CATALOGUE));

    assertFails(
        () -> assertThat(Reports.REPORT).matchesBaseline(file),
        "checkout: total payload 824000 B > 800000 B (+3.0 %)",
        "checkout: avg payload 412 B > 400 B (+3.0 %)",
        accept(file));
  }

  @Test
  void whatIsTheSameOrBetterOrTolerated() throws IOException {
    Path same = baseline(BaselineFile.runtime(), Reports.REPORT);
    assertThat(Reports.REPORT).matchesBaseline(same);

    Path better =
        baseline(BaselineFile.runtime(), Reports.of(Reports.checkout(500), Reports.CATALOGUE));
    assertThat(Reports.REPORT).matchesBaseline(better);

    Path worse =
        baseline(BaselineFile.runtime(), Reports.of(Reports.checkout(400), Reports.CATALOGUE));
    assertThat(Reports.REPORT).matchesBaseline(worse, tolerances(30));
    assertFails(
        () -> assertThat(Reports.REPORT).matchesBaseline(worse, tolerances(20)),
        "checkout: total payload 824000 B > 800000 B (+3.0 %), at most 816000 B",
        "checkout: avg payload 412 B > 400 B (+3.0 %), at most 408 B",
        accept(worse));
  }

  @Test
  void theJavaThatWroteTheBaselineIsToldWhenSomethingFails() throws IOException {
    Path file = baseline("Java 11", Reports.of(Reports.CHECKOUT));

    assertFails(
        () -> assertThat(Reports.REPORT).matchesBaseline(file),
        "catalogue: is not in the baseline (10 sessions × 10 events): add it",
        file + " was written on Java 11, this is " + BaselineFile.runtime(),
        accept(file));
  }

  @Test
  void oneWorkloadIsComparedAloneWithWhatTheBaselineSaysOfIt() throws IOException {
    Path file =
        baseline(BaselineFile.runtime(), Reports.of(Reports.checkout(400), Reports.CATALOGUE));

    assertThat(Reports.of(Reports.CATALOGUE)).workload("catalogue").matchesBaseline(file);
    assertThat(Reports.REPORT)
        .workload("catalogue")
        .matchesBaseline(file)
        .workload("checkout")
        .matchesBaseline(file, tolerances(30));
    assertFails(
        () -> assertThat(Reports.REPORT).workload("checkout").matchesBaseline(file),
        "checkout: total payload 824000 B > 800000 B (+3.0 %)",
        "checkout: avg payload 412 B > 400 B (+3.0 %)",
        accept(file));
    assertFails(
        () -> assertThat(Reports.of(Reports.CATALOGUE)).matchesBaseline(file),
        "checkout: is in the baseline (50 sessions × 40 events) and was not run: if the suite has"
            + " it no more, remove it there",
        accept(file));
  }

  @Test
  void aBaselineThatIsNotThereOrCannotBeComparedFails() throws IOException {
    Path none = folder.resolve("none.json");
    assertFails(
        () -> assertThat(Reports.REPORT).matchesBaseline(none),
        none
            + ": there is no baseline: write it with 'lightspeed update --baseline "
            + none
            + "', and commit "
            + none);

    Path other =
        baseline(
            "Java 17",
            new Report(Reports.PROFILE, Reports.REPORT.scenarios(), "portable/3", List.of()));
    assertFails(
        () -> assertThat(Reports.REPORT).matchesBaseline(other),
        other
            + ": counted with portable/3, this run with portable/2, and the two cannot be compared:"
            + " write it again with 'lightspeed update'");

    Path broken = Files.writeString(folder.resolve("broken.json"), "<<<<<<< HEAD\n");
    assertFails(
        () -> assertThat(Reports.REPORT).matchesBaseline(broken),
        broken
            + ":1:1: a merge conflict is left here ('<<<<<<< HEAD'): take either side, then write"
            + " it again with 'lightspeed update'");
  }

  @Test
  void whatWasNotCountedIsTold() {
    assertThat(Reports.REPORT).countsEverything();

    Report report =
        new Report(
            Reports.PROFILE, Reports.REPORT.scenarios(), Reports.METER, List.of("a: x", "b: y"));
    assertFails(
        () -> assertThat(report).countsEverything(), "not counted: a: x", "not counted: b: y");
  }

  @Test
  void equalReportsHaveOneSignature() {
    String signature = ReportSignature.of(Reports.REPORT);
    assertThat(Reports.REPORT).hasSignature(signature).isEqualTo(Reports.REPORT);

    ScenarioReport other = Reports.checkout(413);
    assertFails(
        () -> assertThat(Reports.of(other, Reports.CATALOGUE)).hasSignature(signature),
        "the signature is "
            + ReportSignature.of(Reports.of(other, Reports.CATALOGUE))
            + ", not "
            + signature);
  }

  private Path baseline(String runtime, Report report) throws IOException {
    Path file = Files.createTempFile(folder, "suite", BaselineFile.SUFFIX);
    return Files.writeString(file, BaselineFile.write(new Baseline(report, runtime)));
  }

  private static Tolerances tolerances(int permille) {
    TreeMap<Figure, Tolerance> everywhere = new TreeMap<>();
    everywhere.put(Figure.AVG_PAYLOAD, new Tolerance.Relative(permille));
    everywhere.put(Figure.TOTAL_PAYLOAD, new Tolerance.Relative(permille));
    return new Tolerances(everywhere, new TreeMap<>());
  }

  private static String accept(Path file) {
    return "if that is meant to be: 'lightspeed update --baseline "
        + file
        + "', and commit "
        + file;
  }
}
