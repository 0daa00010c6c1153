package dev.lightspeed.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How large scenarios are run, if not as the suite says. */
public final class SizeOptions {

  @Option(
      names = "--sessions",
      paramLabel = "N",
      converter = CountConverter.FromOne.class,
      description = "Run every scenario with N sessions. Budgets of another size do not apply.")
  @Nullable Integer sessions;

  @Option(
      names = "--events",
      paramLabel = "N",
      converter = CountConverter.FromOne.class,
      description =
          "Run every scenario with N events per session. Budgets of another size do not apply.")
  @Nullable Integer events;
}
