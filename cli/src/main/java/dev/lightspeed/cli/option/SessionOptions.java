package dev.lightspeed.cli.option;

import dev.lightspeed.harness.suite.WorkloadRegistry;
import dev.lightspeed.harness.workload.SessionWalk;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One session of one workload; shared by the commands that look at one. */
public final class SessionOptions {

  @Parameters(
      index = "0",
      paramLabel = "LABEL|CLASS",
      description = "The workload: a label from 'lightspeed workload list', or a class.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private String workload;

  @Option(
      names = "--session",
      paramLabel = "I",
      converter = CountConverter.FromZero.class,
      description = "Which session, from 0. Default: 0.")
  private int session;

  @Option(
      names = "--events",
      paramLabel = "N",
      converter = CountConverter.FromOne.class,
      description = "How many events. Default: 200.")
  private int events = 200;

  @ArgGroup(validate = false)
  private ClassPathOption classPath = new ClassPathOption();

  /** A walk through the session. */
  public SessionWalk walk() {
    classPath.install(List.of());
    return new SessionWalk(WorkloadRegistry.named(workload), session);
  }

  /** The number of events, at least 1. */
  public int events() {
    return events;
  }
}
