package dev.lightspeed.harness.gate;

import dev.lightspeed.harness.text.Constants;

/** What a gate says of a figure, of a scenario, or of all that was run. */
public enum Verdict {
  /** It is within its limit, or what it was. */
  PASSED,
  /** It is better than in the baseline. */
  BETTER,
  /** It is worse than in the baseline, and may be. */
  TOLERATED,
  /** It is beyond its limit, or there is nothing to compare. */
  FAILED,
  /** It was held against nothing: not to be called passed. */
  NOT_GATED;

  /** As files have it: {@code not gated}. */
  public String word() {
    return Constants.word(this);
  }
}
