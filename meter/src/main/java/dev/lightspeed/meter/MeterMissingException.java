package dev.lightspeed.meter;

/** The meter is needed and not running in this JVM. The message says how to start it. */
public final class MeterMissingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MeterMissingException(String message) {
    super(message);
  }
}
