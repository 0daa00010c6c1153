package dev.lightspeed.cli;

import dev.lightspeed.harness.suite.WorkloadRegistry;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One session of one workload; shared by the commands that look at one. */
final class SessionOptions {

  @Parameters(
      index = "0",
      paramLabel = "LABEL|CLASS",
      description = "The workload: a label from 'lightspeed workload list', or a class.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private String workload;

  @Option(
      names = "--session",
      paramLabel = "I",
      converter = CountConverter.Index.class,
      description = "Which session, from 0. Default: 0.")
  private int session;

  @Option(
      names = "--events",
      paramLabel = "N",
      converter = CountConverter.Count.class,
      description = "How many events. Default: 200.")
  private int events = 200;

  @Mixin private final WorkloadOptions options = new WorkloadOptions();

  /** A walk through the session. */
  SessionWalk walk() {
    options.install();
    return new SessionWalk(WorkloadRegistry.named(workload), session);
  }

  /** The number of events, at least 1. */
  int events() {
    return events;
  }
}
