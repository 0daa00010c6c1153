package dev.lightspeed.corpus;

import dev.lightspeed.harness.calibrate.Pass;
import java.util.concurrent.Callable;

/**
 * A program of the corpus.
 *
 * @param name lower case with underscores, unique
 * @param family what its work is like
 * @param setUp makes its input and sets it up; what that costs is neither timed nor counted
 */
public record Program(String name, Family family, Callable<Pass> setUp) {

  /**
   * Sets the program up.
   *
   * @throws Exception if the library that does the work fails, which none should
   */
  public Pass open() throws Exception {
    return setUp.call();
  }
}
