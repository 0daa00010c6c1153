package com.acme;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/** A workload that prints what the command would print, or ends it. */
public final class Forger implements Workload {

  @Override
  public String label() {
    return "forger";
  }

  @Override
  public Pace pace() {
    return Pace.thinking(Duration.ofSeconds(1));
  }

  @Override
  public Iterator<Event> script(int session) {
    return List.of(Event.of("say", "what", "nothing")).iterator();
  }

  @Override
  public Session open(int session) {
    String word = System.getProperty("forged");
    if (word.equals("EXIT")) {
      System.out.println("PASS  forger: forged");
      System.exit(0);
    }
    System.out.println(word + "  forger: forged");
    return new Session() {

      @Override
      public Frame mount() {
        return Frame.of("<p>", 1);
      }

      @Override
      public Frame handle(Event event) {
        return Frame.of("<p>said", 1);
      }

      @Override
      public Object retained() {
        return "";
      }
    };
  }
}
