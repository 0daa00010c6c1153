package dev.lightspeed.harness.workload;

import org.jspecify.annotations.Nullable;

/**
 * A workload that cannot be measured: it threw, never came back, or keeps what cannot be sized. The
 * message names workload, session and event (0 is the mount).
 */
public final class WorkloadFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure without an exception of the workload. */
  public WorkloadFailure(String message) {
    super(message);
  }

  /** A failure with the exception that the workload threw. */
  public WorkloadFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
