package com.example.shop;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.SplitMix64;
import dev.lightspeed.harness.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A small workload, not in a package of the harness, whose own work is not counted. */
public class Till implements Workload {

  /** How many were made: one for each run that asks for this class. */
  public static final AtomicInteger MADE = new AtomicInteger();

  /** Counts itself. */
  public Till() {
    MADE.incrementAndGet();
  }

  @Override
  public String label() {
    return "till";
  }

  @Override
  public Pace pace() {
    return Pace.thinking(Duration.ofSeconds(1));
  }

  @Override
  public Iterator<Event> script(int sessionIndex) {
    SplitMix64 random = SplitMix64.forSession("till", sessionIndex);
    return Stream.generate(() -> Event.of("add", "price", "" + random.below(100))).iterator();
  }

  @Override
  public Session open(int sessionIndex) {
    List<String> items = new ArrayList<>();
    return new Session() {
      @Override
      public Frame mount() {
        return Frame.of("<ul></ul>", 1);
      }

      @Override
      public Frame handle(Event event) {
        items.add(event.params().get("price"));
        return frame(items);
      }

      @Override
      public Object retained() {
        return items;
      }
    };
  }

  /** What is sent after the last item. */
  protected Frame frame(List<String> items) {
    return Frame.of("<li>" + items.get(items.size() - 1) + "</li>", 1);
  }
}
