package dev.lightspeed.cli.text;

import java.util.Collection;

/** The word in front of a line that says what became of something. */
public enum VerdictWord {
  PASS("PASS", "bold,green"),
  FAIL("FAIL", "bold,red"),
  /** Worse than in the baseline, and tolerated. */
  SLIP("SLIP", "bold,yellow"),
  /** Better than in the baseline. */
  GAIN("GAIN", "bold,green"),
  /** Worse than in the baseline, which accepts it. */
  LOSS("LOSS", "bold,red"),
  /** Held against nothing. */
  NOT_GATED("----", "bold,yellow"),
  NEW("NEW ", "bold"),
  GONE("GONE", "bold"),
  /** Of another size. */
  SIZE("SIZE", "bold");

  private final String word;
  private final String style;

  VerdictWord(String word, String style) {
    this.word = word;
    this.style = style;
  }

  /** Prints a line with this word in front. */
  void print(String line, Output output) {
    output.verdict(style, word, line);
  }

  /** Prints lines, each with this word in front. */
  void print(Collection<String> lines, Output output) {
    lines.forEach(line -> print(line, output));
  }

  /** Prints lines on standard error, each with this word in front. */
  public void report(Collection<String> lines, Output output) {
    lines.forEach(line -> output.message(word + "  " + line));
  }
}
