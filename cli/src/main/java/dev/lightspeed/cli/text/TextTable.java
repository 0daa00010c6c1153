package dev.lightspeed.cli.text;

import java.util.ArrayList;
import java.util.List;

/** A table for a terminal whose last column is text of any length, which is cut to fit. */
public final class TextTable {

  private static final String GAP = "  ";
  private static final String INDENT = "    ";

  private final List<String> headings = new ArrayList<>();
  private final List<Boolean> rights = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  /** A line: the cells of a row, or one cell that is a note below the row before it. */
  private record Line(List<String> cells, boolean note) {}

  /** Adds a column that is flush left. */
  TextTable left(String heading) {
    headings.add(heading);
    rights.add(false);
    return this;
  }

  /** Adds a column that is flush right. */
  TextTable right(String heading) {
    headings.add(heading);
    rights.add(true);
    return this;
  }

  /** Adds a row, with a cell for each column. */
  void row(List<String> cells) {
    lines.add(new Line(List.copyOf(cells), false));
  }

  /** Adds text below the last row, across all columns. */
  void note(String text) {
    lines.add(new Line(List.of(text), true));
  }

  /** The lines, each with its end and of at most 80 columns. */
  String text() {
    int[] widths = new int[headings.size()];
    lines.add(0, new Line(List.copyOf(headings), false));
    for (Line line : lines) {
      for (int i = 0; i < widths.length - 1 && !line.note; i++) {
        widths[i] = Math.max(widths[i], Columns.of(line.cells.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      if (line.note) {
        Wrapping.lines(line.cells.get(0), Output.WIDTH - INDENT.length())
            .forEach(part -> append(text, INDENT + part));
      } else {
        append(text, row(line.cells, widths));
      }
    }
    lines.remove(0);
    return text.toString();
  }

  private static void append(StringBuilder text, String line) {
    text.append(Columns.cut(line.stripTrailing(), Output.WIDTH)).append('\n');
  }

  private String row(List<String> cells, int[] widths) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String space = " ".repeat(Math.max(0, widths[i] - Columns.of(cell)));
      row.append(i == 0 ? "" : GAP);
      row.append(rights.get(i) ? space + cell : cell + space);
    }
    return row.toString();
  }
}
