package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Browser;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.live.Page;
import dev.lightspeed.live.TypedInput;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The live runtime's page, as the client of a standard workload. */
final class LiveBrowser implements Browser {

  private final Function<Event, @Nullable TypedInput> typed;
  private Page page = Page.empty();

  /** A browser; {@code typed} says which events come of typing, and into which field. */
  LiveBrowser(Function<Event, @Nullable TypedInput> typed) {
    this.typed = typed;
  }

  @Override
  public void send(Event event) {
    TypedInput input = typed.apply(event);
    if (input != null) {
      page = page.type(input);
    }
  }

  @Override
  public void receive(Frame frame) {
    page = page.apply(frame.bytes());
  }

  @Override
  public String html() {
    return page.html();
  }
}
