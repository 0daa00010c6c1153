package dev.lightspeed.corpus;

/** A program that is set up: every call does the same work on the same input, on one thread. */
@FunctionalInterface
public interface Pass {

  /**
   * Does the work once.
   *
   * @return what depends on all of the work and is equal after every pass; its text tells it
   * @throws Exception if the library that does the work fails, which none should
   */
  Object run() throws Exception;
}
