package dev.lightspeed.cli;

/** The same run gave other counts. The message names the step, the counter, and the method. */
final class NotDeterministic extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotDeterministic(String message) {
    super(message);
  }
}
