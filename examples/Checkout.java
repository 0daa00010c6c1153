import dev.lightspeed.harness.workload.*;
import java.time.Duration;
import java.util.*;
import java.util.stream.Stream;

public final class Checkout implements Workload {
  public String label() { return "checkout"; }
  public Pace pace() { return Pace.thinking(Duration.ofSeconds(1)); }
  public Iterator<Event> script(int session) {
    SplitMix64 random = SplitMix64.forSession(label(), session);
    return Stream.generate(() -> Event.of("add", "price", "" + random.below(100))).iterator();
  }
  public Session open(int session) {
    List<String> cart = new ArrayList<>();
    return new Session() {
      public Frame mount() { return Frame.of("<ul id=cart></ul>", 1); }
      public Frame handle(Event event) {
        cart.add(event.params().get("price"));
        return Frame.of("append #cart <li>" + cart.get(cart.size() - 1) + "</li>", 1);
      }
      public Object retained() { return cart; }
    };
  }
}
