package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.live.Differ;
import dev.lightspeed.live.FrameEncoder;
import dev.lightspeed.live.Rendered;
import dev.lightspeed.live.TypedInput;
import org.jspecify.annotations.Nullable;

/** A session of a view on the live runtime: it keeps the view's state and what was last sent. */
abstract class LiveSession implements Session {

  private final Differ differ;
  private @Nullable Rendered sent;

  LiveSession(Differ differ) {
    this.differ = differ;
  }

  /** The page as it is now. */
  abstract Rendered render();

  @Override
  public final Frame mount() {
    return frame(differ.mount(render()));
  }

  @Override
  public final Object retained() {
    return this;
  }

  /** Sends what has changed on the page. */
  final Frame update(Rendered next) {
    return update(next, null);
  }

  /** Sends what has changed on the page, apart from what the user has just typed. */
  final Frame update(Rendered next, @Nullable TypedInput typed) {
    if (sent == null) {
      throw new IllegalStateException("the session was not mounted");
    }
    return frame(differ.diff(sent, next, typed));
  }

  private Frame frame(Differ.Update update) {
    sent = update.sent();
    return Frame.of(FrameEncoder.encode(update.patch()), update.patch().ops().size());
  }
}
