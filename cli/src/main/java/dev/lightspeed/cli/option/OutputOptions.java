package dev.lightspeed.cli.option;

import dev.lightspeed.cli.text.Output;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.output.OutputFormat;
import dev.lightspeed.harness.run.Outcome;
import dev.lightspeed.harness.run.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What an outcome is written as; shared by {@code run} and {@code check}. */
public final class OutputOptions {

  @Option(
      names = "--out",
      paramLabel = "[FORMAT=]FILE",
      converter = OutputFormats.class,
      description = {
        "Write the outcome to FILE, too, - for standard output instead of the table; may be"
            + " repeated. Formats: json (figures and verdicts, the default), junit, markdown,"
            + " github, csv, benchmark, badge, html."
      })
  private List<Destination<OutputFormat>> destinations = new ArrayList<>();

  @ArgGroup(validate = false)
  private Attribute attribute = new Attribute();

  /** Whether call paths are recorded. */
  static final class Attribute {

    @Option(
        names = "--attribute",
        description =
            "Record where the work went, for the flame graphs of an HTML report. Takes longer, and"
                + " changes no figure.")
    private boolean wanted;
  }

  /**
   * Checks, before any work is done for it, that what is asked for can be written.
   *
   * @throws InputException if it cannot, or two outputs are one file
   */
  public void requireWritable() {
    Destination.requireWritable(destinations);
    if (attribute.wanted && !timelines()) {
      throw new InputException(
          "--attribute: only an HTML report shows where the work went: add --out html=report.html,"
              + " or use 'lightspeed explain'");
    }
  }

  /**
   * Refuses to write to a baseline, which would be replaced by what failed it.
   *
   * @throws InputException if it is asked for
   */
  public void requireOther(Path baseline) {
    Destination.requireOther(destinations, baseline);
  }

  /** Whether call paths are to be recorded. */
  public boolean attributing() {
    return attribute.wanted;
  }

  /** The plan with all that the outputs need. */
  public Plan planned(Plan plan) {
    return timelines() ? plan.withTimelines() : plan;
  }

  /**
   * Writes everything.
   *
   * @return whether one of the outputs was standard output, so that nothing else belongs there
   */
  public boolean write(Outcome outcome, Output output) {
    return Destination.write(destinations, format -> format.write(outcome), output);
  }

  /** Whether an output shows how each scenario went. */
  private boolean timelines() {
    return destinations.stream().anyMatch(each -> each.format() == OutputFormat.HTML);
  }

  /** Reads {@code junit=target/lightspeed.xml}, and {@code result.json} as JSON. */
  static final class OutputFormats extends DestinationConverter<OutputFormat> {

    OutputFormats() {
      super(OutputFormat.values(), OutputFormat.JSON);
    }
  }
}
