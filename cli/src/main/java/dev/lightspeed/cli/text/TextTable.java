package dev.lightspeed.cli.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for a terminal. A column is as wide as its widest cell; what is too wide for a terminal
 * is cut, shortened or put below, as the caller chooses.
 */
public final class TextTable {

  static final String GAP = "  ";

  private static final String NOTE_INDENT = "    ";
  private static final int LEAST_NAME = 20;

  private final List<Column> columns = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  /** A column below lines of heading, as many as every other column has. */
  private record Column(List<String> heading, boolean right) {}

  /**
   * A row.
   *
   * @param above text in lines above it
   * @param below text in lines below it
   */
  private record Line(List<String> cells, List<String> above, List<String> below) {}

  /** Adds a column that is flush left. */
  TextTable left(String... heading) {
    columns.add(new Column(List.of(heading), false));
    return this;
  }

  /** Adds a column that is flush right. */
  TextTable right(String... heading) {
    columns.add(new Column(List.of(heading), true));
    return this;
  }

  /** Adds a row, with a cell for each column. */
  void row(List<String> cells) {
    lines.add(new Line(List.copyOf(cells), new ArrayList<>(), new ArrayList<>()));
  }

  /** Adds text above the last row. */
  void above(String text) {
    lines.get(lines.size() - 1).above.add(text);
  }

  /** Adds text below the last row. */
  void note(String text) {
    lines.get(lines.size() - 1).below.add(text);
  }

  /** The lines without notes, headings first, of equal length. */
  List<String> plain() {
    List<String> plain = new ArrayList<>();
    for (List<String> cells : padded()) {
      plain.add(GAP + String.join(GAP, cells));
    }
    return plain;
  }

  /** The lines, each with its end; what is too wide is cut, and a note wrapped. */
  String cut() {
    StringBuilder text = new StringBuilder();
    List<List<String>> padded = padded();
    for (int i = 0; i < padded.size(); i++) {
      append(text, Columns.cut(String.join(GAP, padded.get(i)).stripTrailing(), Output.WIDTH));
      for (String note : line(i).below) {
        Wrapping.lines(note, Output.WIDTH - NOTE_INDENT.length())
            .forEach(part -> append(text, Columns.cut(NOTE_INDENT + part, Output.WIDTH)));
      }
    }
    return text.toString();
  }

  /**
   * The lines, each with its end. As many columns stand beside each other as fit; the others follow
   * in blocks of their own, each after an empty line and with the first column again.
   */
  String blocks() {
    StringBuilder text = new StringBuilder();
    for (List<Integer> block : fitting(List.of(0), 1, columns.size(), 0)) {
      text.append('\n');
      List<List<String>> padded = padded();
      for (int i = 0; i < padded.size(); i++) {
        line(i).above.forEach(above -> append(text, above));
        List<String> row = padded.get(i);
        append(text, String.join(GAP, block.stream().map(row::get).toList()).stripTrailing());
      }
    }
    return text.toString();
  }

  /**
   * The lines, each with its end. The last column holds names, which are shortened in their middle
   * to fit. Where the figures leave no room for names, names have lines of their own.
   */
  String named() {
    StringBuilder text = new StringBuilder();
    List<List<String>> padded = padded();
    int last = columns.size() - 1;
    int room = Output.WIDTH - GAP.length();
    for (String cell : padded.get(0).subList(0, last)) {
      room -= cell.length() + GAP.length();
    }
    List<List<Integer>> blocks = fitting(List.of(), 0, last, GAP.length());
    for (int i = 0; i < padded.size(); i++) {
      List<String> figures = padded.get(i);
      String name = padded.get(i).get(last).stripTrailing();
      if (room >= LEAST_NAME) {
        String before = GAP + String.join(GAP, figures.subList(0, last)) + GAP;
        append(text, before + Columns.shortened(name, room));
      } else {
        append(text, GAP + Columns.shortened(name, Output.WIDTH - GAP.length()));
        for (List<Integer> block : blocks) {
          String line = String.join(GAP, block.stream().map(figures::get).toList());
          append(text, (GAP + line).stripTrailing());
        }
      }
      for (String note : line(i).below) {
        append(text, GAP + GAP + Columns.shortened(note, Output.WIDTH - 2 * GAP.length()));
      }
    }
    return text.toString();
  }

  /** Columns by number, in groups that fit a line: {@code fixed} ones are in each. */
  private List<List<Integer>> fitting(List<Integer> fixed, int from, int to, int indent) {
    List<String> widths = padded().get(0);
    List<List<Integer>> blocks = new ArrayList<>();
    List<Integer> block = new ArrayList<>();
    int taken = 0;
    for (int column = from; column < to; column++) {
      int width = GAP.length() + Columns.of(widths.get(column));
      if (block.isEmpty() || taken + width > Output.WIDTH) {
        block = new ArrayList<>(fixed);
        blocks.add(block);
        taken = indent - GAP.length();
        for (int each : fixed) {
          taken += GAP.length() + Columns.of(widths.get(each));
        }
      }
      block.add(column);
      taken += width;
    }
    return blocks;
  }

  /** The row that a padded line shows; an empty one for a heading. */
  private Line line(int padded) {
    int row = padded - columns.get(0).heading.size();
    return row < 0 ? new Line(List.of(), List.of(), List.of()) : lines.get(row);
  }

  /** The cells of headings and rows, each as wide as its column. */
  private List<List<String>> padded() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < columns.get(0).heading.size(); i++) {
      int line = i;
      rows.add(columns.stream().map(column -> column.heading.get(line)).toList());
    }
    lines.forEach(line -> rows.add(line.cells));
    int[] widths = new int[columns.size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], Columns.of(row.get(column)));
      }
    }
    List<List<String>> padded = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        String space = " ".repeat(widths[column] - Columns.of(cell));
        cells.add(columns.get(column).right ? space + cell : cell + space);
      }
      padded.add(cells);
    }
    return padded;
  }

  private static void append(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
