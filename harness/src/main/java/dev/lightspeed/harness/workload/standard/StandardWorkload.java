package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Browsable;
import dev.lightspeed.harness.workload.Browser;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.live.TypedInput;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The four standard workloads, version 1: live views whose events, state and HTML are fixed to the
 * byte. Ordinary implementations of {@link dev.lightspeed.harness.workload.Workload}.
 */
public enum StandardWorkload implements Browsable {
  /** A counter: the smallest page that changes. */
  COUNTER(
      CounterState.LABEL,
      Pace.thinking(Duration.ofSeconds(1)),
      CounterScript::new,
      session -> new CounterSession(),
      event -> null),
  /** A table of fifty to a hundred people, edited, sorted and filtered. */
  CRUD_TABLE(
      CrudState.LABEL,
      Pace.thinking(Duration.ofSeconds(2)),
      CrudScript::new,
      CrudSession::new,
      event -> null),
  /** A feed whose text the server forgets; every session's tick comes at the same instant. */
  STREAM_HEAVY_LIST(
      FeedState.LABEL,
      Pace.broadcast(Duration.ofSeconds(1)),
      FeedScript::new,
      session -> new FeedSession(),
      event -> null),
  /** A form in four steps, validated on every change. */
  FORM_HEAVY_FLOW(
      FormState.LABEL,
      Pace.thinking(Duration.ofMillis(500)),
      FormScript::new,
      session -> new FormSession(),
      FormSession::typed);

  private final String label;
  private final Pace pace;
  private final IntFunction<Iterator<Event>> script;
  private final IntFunction<Session> session;
  private final Function<Event, @Nullable TypedInput> typed;

  StandardWorkload(
      String label,
      Pace pace,
      IntFunction<Iterator<Event>> script,
      IntFunction<Session> session,
      Function<Event, @Nullable TypedInput> typed) {
    this.label = label;
    this.pace = pace;
    this.script = script;
    this.session = session;
    this.typed = typed;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Pace pace() {
    return pace;
  }

  @Override
  public Iterator<Event> script(int sessionIndex) {
    return script.apply(sessionIndex);
  }

  @Override
  public Session open(int sessionIndex) {
    return session.apply(sessionIndex);
  }

  @Override
  public Browser browser() {
    return new LiveBrowser(typed);
  }
}
