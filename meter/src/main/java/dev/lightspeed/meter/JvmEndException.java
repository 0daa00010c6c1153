package dev.lightspeed.meter;

/** Code has tried to end the JVM while it was watched, see {@link EndWatch}. */
public final class JvmEndException extends SecurityException {

  private static final long serialVersionUID = 1L;

  JvmEndException(String message) {
    super(message);
  }
}
