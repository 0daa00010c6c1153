package dev.lightspeed.meter.layout;

import dev.lightspeed.meter.RetainedSize;

/** The layout of what a session must not hold, or of what has no size. */
final class RefusedLayout extends Layout {

  private final String reason;

  /**
   * @param reason why, and what to do instead; a sentence without its full stop
   */
  RefusedLayout(String reason) {
    super(-1, false);
    this.reason = reason;
  }

  /** Thrown by the walk; only {@link RetainedSize} sees it. */
  static final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final transient Object object;
    final String reason;

    Refusal(Object object, String reason) {
      super(reason, null, false, false);
      this.object = object;
      this.reason = reason;
    }
  }

  @Override
  long bytes(Object object) {
    throw new Refusal(object, reason);
  }

  @Override
  void walk(Object object, ReferenceSink out) {
    throw new Refusal(object, reason);
  }

  @Override
  String edge(Object object, int index) {
    throw new Refusal(object, reason);
  }
}
