package dev.lightspeed.cli.option;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which workloads are run, if not all of the suite. */
public final class WorkloadOption {

  @Option(
      names = "--workload",
      paramLabel = "LABEL|CLASS",
      description =
          "Run this workload only; may be repeated. One that the suite does not have runs with 100"
              + " sessions of 100 events.")
  List<String> names = new ArrayList<>();
}
