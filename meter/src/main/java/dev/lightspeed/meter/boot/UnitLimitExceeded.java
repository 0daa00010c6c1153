package dev.lightspeed.meter.boot;

/** The current thread has executed more CPU units than it may. */
public final class UnitLimitExceeded extends Error {

  private static final long serialVersionUID = 1L;

  UnitLimitExceeded(long limit) {
    super("more than " + limit + " CPU units were executed");
  }
}
