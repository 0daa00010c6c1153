package dev.lightspeed.harness.workload;

/**
 * A workload that cannot be measured: it threw, never came back, or keeps what cannot be sized. The
 * message names workload, session and event (0 is the mount).
 */
public final class WorkloadFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure with the exception that the workload threw. */
  public WorkloadFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
