package dev.lightspeed.corpus;

/** What a program is for: weights are fitted on one half, and checked on the other. */
public enum Half {
  /** The fit has seen it. */
  FITTED("fitted"),
  /** The fit has not. */
  HELD_OUT("held out"),
  /** In neither: a call into the JDK, which prices are set by. */
  NONE("none");

  private final String word;

  Half(String word) {
    this.word = word;
  }

  /** The half as reports spell it. */
  public String word() {
    return word;
  }
}
