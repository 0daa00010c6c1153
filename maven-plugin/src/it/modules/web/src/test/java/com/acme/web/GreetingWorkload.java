package com.acme.web;

import com.acme.core.Greeting;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

/** Users who tell their name again and again. */
public final class GreetingWorkload implements Workload {

  @Override
  public String label() {
    return "greeting";
  }

  @Override
  public Pace pace() {
    return Pace.thinking(Duration.ofSeconds(1));
  }

  @Override
  public Iterator<Event> script(int session) {
    return Stream.generate(() -> Event.of("name", "is", "Ann")).iterator();
  }

  @Override
  public Session open(int session) {
    return new Session() {

      @Override
      public Frame mount() {
        return Frame.of("<p>Who are you?", 1);
      }

      @Override
      public Frame handle(Event event) {
        return Frame.of(Greeting.of(event.params().get("is")), 1);
      }

      @Override
      public Object retained() {
        return "";
      }
    };
  }
}
