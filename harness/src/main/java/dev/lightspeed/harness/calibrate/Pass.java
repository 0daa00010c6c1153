package dev.lightspeed.harness.calibrate;

/** Work that is set up: every call does the same on the same input, on one thread. */
@FunctionalInterface
public interface Pass {

  /**
   * Does the work once.
   *
   * @return what depends on all of the work and is equal after every pass; its text tells it
   * @throws Exception if the work fails, which none should
   */
  Object run() throws Exception;
}
