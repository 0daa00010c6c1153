package dev.lightspeed.meter.boot;

/** The current thread has executed more CPU units than it may. */
public final class UnitLimitExceeded extends Error {

  private static final long serialVersionUID = 1L;

  private final long limit;

  UnitLimitExceeded(long limit) {
    super("more than " + limit + " CPU units were executed");
    this.limit = limit;
  }

  /** The limit that was broken, in CPU units, at least 0. */
  public long limit() {
    return limit;
  }
}
