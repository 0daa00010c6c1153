package dev.lightspeed.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text between words or parts. */
public final class Wrapping {

  private Wrapping() {}

  /** The parts one after the other, as many on a line as fit; with its line end. */
  static String parts(String... parts) {
    StringBuilder text = new StringBuilder();
    int length = 0;
    for (String part : parts) {
      boolean fits = length + 1 + part.length() <= Output.WIDTH;
      String before = text.isEmpty() ? "" : fits ? " " : "\n" + TextTable.GAP;
      text.append(before).append(part);
      length = (fits ? length + before.length() : TextTable.GAP.length()) + part.length();
    }
    return text.append('\n').toString();
  }

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
