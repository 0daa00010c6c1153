package com.example.shop;

import dev.lightspeed.harness.workload.Browsable;
import dev.lightspeed.harness.workload.Browser;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** A user's own workload, as small as one can be: a basket that fills and is paid for. */
public final class Checkout implements Browsable {

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

  @Override
  public Browser browser() {
    return new WholePage();
  }

  /** Every frame is the whole page. */
  private static final class WholePage implements Browser {

    private String html = "";

    @Override
    public void send(Event event) {}

    @Override
    public void receive(Frame frame) {
      html = new String(frame.bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public String html() {
      return html;
    }
  }

  private static final class Basket implements Session {

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

    private String html() {
      return "<main><p>" + String.join("</p><p>", items) + "</p></main>";
    }

    private Frame frame() {
      return Frame.of(html().getBytes(StandardCharsets.UTF_8), 1);
    }
  }
}
