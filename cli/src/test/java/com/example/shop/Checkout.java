package com.example.shop;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.PageSource;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** A user's own workload, as small as one can be: a basket that fills and is paid for. */
public final class Checkout implements Workload {

  /** Found by class name, so it needs a constructor without parameters. */
  public Checkout() {}

  @Override
  public String label() {
    return "checkout";
  }

  @Override
  public Pace pace() {
    return Pace.thinking(Duration.ofSeconds(1));
  }

  @Override
  public Iterator<Event> script(int sessionIndex) {
    return IntStream.iterate(sessionIndex + 1, i -> i + 1)
        .mapToObj(i -> i % 5 == 0 ? Event.of("pay") : Event.of("add", "item", "item " + i))
        .iterator();
  }

  @Override
  public Session open(int sessionIndex) {
    return new Basket();
  }

  private static final class Basket implements Session, PageSource {

    private final List<String> items = new ArrayList<>();

    @Override
    public Frame mount() {
      return frame();
    }

    @Override
    public Frame handle(Event event) {
      if (event.name().equals("pay")) {
        items.clear();
      } else {
        items.add(event.params().get("item"));
      }
      return frame();
    }

    @Override
    public Object retained() {
      return items;
    }

    @Override
    public String html() {
      return "<main><p>" + String.join("</p><p>", items) + "</p></main>";
    }

    private Frame frame() {
      return Frame.of(html().getBytes(StandardCharsets.UTF_8), 1);
    }
  }
}
