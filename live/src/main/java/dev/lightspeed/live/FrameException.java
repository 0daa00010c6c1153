package dev.lightspeed.live;

/**
 * A frame that is malformed, cut or does not fit the page. It was not applied, not even in part.
 */
public final class FrameException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int position;

  FrameException(int position, String reason) {
    super("frame, byte " + position + ": " + reason);
    this.position = position;
  }

  /** The offset in bytes at which reading or applying stopped. */
  public int position() {
    return position;
  }
}
