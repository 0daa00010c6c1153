package dev.lightspeed.meter;

/**
 * What a session retains holds something that has no size in the pinned layout. The message has the
 * path to it from the root.
 */
public final class UnsizedObjectException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnsizedObjectException(String message) {
    super(message);
  }
}
