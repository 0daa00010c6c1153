package dev.lightspeed.harness.file;

/**
 * Input that cannot be used. The message is for the user who gave it: it names the file, the place
 * in it, the value, what is allowed, and where there is one, the way out.
 */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An error without a deeper cause. */
  public InputException(String message) {
    super(message);
  }

  /** An error with its cause. */
  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
