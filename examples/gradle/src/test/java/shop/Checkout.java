package shop;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.SplitMix64;
import dev.lightspeed.harness.workload.Workload;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

/** What users do to a {@link CartPage}: every fourth event takes an item back. */
public final class Checkout implements Workload {

  @Override
  public String label() {
    return "checkout";
  }

  @Override
  public Pace pace() {
    return Pace.thinking(Duration.ofSeconds(1));
  }

  @Override
  public Iterator<Event> script(int session) {
    SplitMix64 random = SplitMix64.forSession(label(), session);
    return Stream.generate(
            () ->
                random.below(4) == 0
                    ? Event.of("undo")
                    : Event.of("add", "price", Integer.toString(random.below(100))))
        .iterator();
  }

  @Override
  public Session open(int session) {
    CartPage page = new CartPage();
    return new Session() {
      @Override
      public Frame mount() {
        return Frame.of(page.mount(), 1);
      }

      @Override
      public Frame handle(Event event) {
        String frame =
            event.name().equals("undo")
                ? page.undo()
                : page.add(Integer.parseInt(event.params().get("price")));
        return Frame.of(frame, frame.isEmpty() ? 0 : 2);
      }

      @Override
      public Object retained() {
        return page;
      }
    };
  }
}
