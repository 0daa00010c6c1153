package dev.lightspeed.cli;

import dev.lightspeed.harness.PerformanceHarness;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.gate.BudgetGate;
import dev.lightspeed.harness.output.Outcome;
import dev.lightspeed.harness.output.ScenarioCourse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a report and what the gates say of it are told; shared by {@code run} and {@code check}. */
final class ReportOutputs {

  @Option(
      names = "--out",
      paramLabel = "[FORMAT=]FILE",
      converter = OutputFormat.Converter.class,
      description = {
        "Write the outcome to FILE, too, - for standard output instead of the table; may be"
            + " repeated. Formats: report (the figures as JSON, the default), json (with all"
            + " verdicts), junit, markdown, github, csv, benchmark, badge, html."
      })
  private List<OutputFormat.Target> destinations = new ArrayList<>();

  @Option(
      names = "--attribute",
      description =
          "Record where the work went, for the flame graphs of an HTML report. Takes longer, and"
              + " changes no figure.")
  private boolean attribute;

  /**
   * Checks, before any work is done for it, that what is asked for can be written.
   *
   * @throws InputException if it cannot, or two outputs are one file
   */
  void requireWritable() {
    Destination.requireWritable(destinations);
    if (attribute && !needsCourses()) {
      throw new InputException(
          "--attribute: only an HTML report shows where the work went: add --out html=report.html,"
              + " or use 'lightspeed attribute'");
    }
  }

  /**
   * Refuses to write to a baseline, which would be replaced by what failed it.
   *
   * @throws InputException if it is asked for
   */
  void requireOther(Path baseline) {
    Destination.requireOther(destinations, baseline);
  }

  /** Whether call paths are to be recorded. */
  boolean attribute() {
    return attribute;
  }

  /**
   * Tells everything.
   *
   * @param verified whether everything was counted again and compared
   * @return whether every gate that was asked has passed
   */
  boolean tell(
      ReportSource.Counted counted,
      Optional<BaselineVerdicts> baseline,
      boolean verified,
      Output output) {
    Plan plan = counted.prepared().plan();
    List<ScenarioCourse> courses = needsCourses() ? counted.courses() : List.of();
    Outcome outcome =
        new Outcome(
            counted.report(),
            BudgetGate.judge(counted.report(), plan.budgets().budgets()),
            plan.budgets().ungated(),
            baseline.map(BaselineVerdicts::comparison),
            baseline.map(BaselineVerdicts::accept).orElse(""),
            courses);
    Verdicts verdicts = new Verdicts(outcome, baseline);
    if (Destination.write(destinations, format -> format.write(outcome), output)) {
      verdicts.printFailures(output);
    } else {
      counted.prepared().suite().ifPresent(suite -> output.line("suite " + suite));
      output.text(ReportTable.render(outcome.report()));
      verdicts.print(output);
      if (verified) {
        output.line("verified: every count is the same again, in this JVM and in another one");
      }
      output.line(PerformanceHarness.reportSignature(outcome.report()));
    }
    return outcome.failures().isEmpty();
  }

  private boolean needsCourses() {
    return destinations.stream().anyMatch(each -> each.format() == OutputFormat.HTML);
  }
}
