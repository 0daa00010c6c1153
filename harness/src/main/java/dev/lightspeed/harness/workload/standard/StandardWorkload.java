package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;

/** Stands in for the standard workloads: labels and paces. */
public enum StandardWorkload implements Workload {
  COUNTER(1),
  CRUD_TABLE(2),
  STREAM_HEAVY_LIST(1),
  FORM_HEAVY_FLOW(1);

  private final int seconds;

  StandardWorkload(int seconds) {
    this.seconds = seconds;
  }

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Pace pace() {
    return Pace.thinking(Duration.ofSeconds(seconds));
  }

  @Override
  public Iterator<Event> script(int sessionIndex) {
    return Stream.generate(() -> Event.of("tick")).iterator();
  }

  @Override
  public Session open(int sessionIndex) {
    return new Session() {
      @Override
      public Frame mount() {
        return Frame.of(new byte[100], 1);
      }

      @Override
      public Frame handle(Event event) {
        return Frame.of(new byte[10], 1);
      }

      @Override
      public Object retained() {
        return "";
      }
    };
  }
}
