package dev.lightspeed.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text between words. */
public final class Wrapping {

  private Wrapping() {}

  /** The lines of {@code text}, at most {@code width} characters each unless a word is longer. */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("\\s+", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
