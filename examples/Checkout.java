import dev.lightspeed.harness.workload.*;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.*;

public final class Checkout implements Workload {
  public String label() { return "checkout"; }
  public Pace pace() { return Pace.thinking(Duration.ofSeconds(1)); }
  public Iterator<Event> script(int session) {
    SplitMix64 random = SplitMix64.forSession(label(), session);
    return java.util.stream.Stream.generate(
        () -> Event.of("add", "price", Integer.toString(random.below(100)))).iterator();
  }
  public Session open(int session) {
    return new Session() {
      private final List<Integer> cart = new ArrayList<>();
      public Frame mount() { return page("<ul id=\"cart\"></ul>"); }
      public Frame handle(Event event) {
        cart.add(Integer.parseInt(event.params().get("price")));
        int total = cart.stream().mapToInt(Integer::intValue).sum();
        return page("<li>" + event.params().get("price") + "</li><b>" + total + "</b>");
      }
      public Object retained() { return cart; }
      private Frame page(String html) { return Frame.of(html.getBytes(StandardCharsets.UTF_8), 1); }
    };
  }
}
