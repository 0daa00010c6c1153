package dev.lightspeed.cli.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for a terminal: columns of figures, flush right, and a name at the end of each line,
 * which is shortened in its middle to fit. Where the figures leave no room for names, names have
 * lines of their own.
 */
public final class NameTable {

  private static final String GAP = "  ";
  private static final int LEAST_NAME = 20;

  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** A table with these headings; the last is that of the names. */
  NameTable(String... headings) {
    List<String> all = List.of(headings);
    add(all.get(all.size() - 1), all.subList(0, all.size() - 1));
  }

  /** Adds a line. */
  void add(String name, List<String> figures) {
    addWithNote(name, figures, "");
  }

  /** Adds a line, and below it one that says more, unless that is empty. */
  void addWithNote(String name, List<String> figures, String note) {
    rows.add(List.copyOf(figures));
    names.add(name);
    notes.add(note);
  }

  /** The lines, each with its line end. */
  String text() {
    int[] widths = new int[rows.get(0).size()];
    int taken = GAP.length();
    for (int column = 0; column < widths.length; column++) {
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
      taken += widths[column] + GAP.length();
    }
    int room = Output.WIDTH - taken;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      if (room >= LEAST_NAME) {
        text.append(figures(rows.get(i), widths)).append(GAP);
        text.append(shortened(names.get(i), room)).append('\n');
      } else {
        text.append(GAP).append(shortened(names.get(i), Output.WIDTH - GAP.length())).append('\n');
        text.append(figures(rows.get(i), widths).stripTrailing()).append('\n');
      }
      if (!notes.get(i).isEmpty()) {
        text.append(GAP.repeat(2)).append(shortened(notes.get(i), Output.WIDTH - 2 * GAP.length()));
        text.append('\n');
      }
    }
    return text.toString();
  }

  /** The parts one after the other, as many on a line as fit; with its line end. */
  public static String wrapped(String... parts) {
    StringBuilder text = new StringBuilder();
    int length = 0;
    for (String part : parts) {
      boolean fits = length + 1 + part.length() <= Output.WIDTH;
      String before = text.isEmpty() ? "" : fits ? " " : "\n" + GAP;
      text.append(before).append(part);
      length = (fits ? length + before.length() : GAP.length()) + part.length();
    }
    return text.append('\n').toString();
  }

  /** The text in at most {@code width} characters: an ellipsis takes the place of its middle. */
  public static String shortened(String text, int width) {
    String shown = printable(text);
    if (shown.length() <= width) {
      return shown;
    }
    int end = width * 2 / 3;
    int start = width - 1 - end;
    return shown.substring(0, start) + "…" + shown.substring(shown.length() - end);
  }

  /** Nothing that a workload calls an event may move the cursor. */
  private static String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      shown.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
    }
    return shown.toString();
  }

  /** The columns side by side, below each other where the largest figures of all stand in them. */
  private static String figures(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    int taken = 0;
    for (int column = 0; column < widths.length; column++) {
      String figure = row.get(column);
      taken += GAP.length() + widths[column];
      if (taken > Output.WIDTH) {
        line.append('\n');
        taken = GAP.length() + widths[column];
      }
      line.append(GAP).append(" ".repeat(widths[column] - figure.length())).append(figure);
    }
    return line.toString();
  }
}
