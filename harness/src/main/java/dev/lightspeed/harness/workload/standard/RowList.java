package dev.lightspeed.harness.workload.standard;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * An immutable list of rows over an array that fits. Every change copies the array, which is at
 * most a hundred references long, and shares the rows.
 */
final class RowList extends AbstractList<Row> implements RandomAccess {

  private final Row[] rows;

  private RowList(Row[] rows) {
    this.rows = rows;
  }

  /** A list over {@code rows}, which are handed over and not copied. */
  static RowList over(Row[] rows) {
    return new RowList(rows);
  }

  @Override
  public Row get(int index) {
    return rows[index];
  }

  @Override
  public int size() {
    return rows.length;
  }

  /** This list with the row at {@code index} replaced. */
  RowList replaced(int index, Row row) {
    Row[] copy = rows.clone();
    copy[index] = row;
    return new RowList(copy);
  }

  /** This list with a row more, which is at {@code index} afterwards. */
  RowList inserted(int index, Row row) {
    Row[] copy = new Row[rows.length + 1];
    System.arraycopy(rows, 0, copy, 0, index);
    copy[index] = row;
    System.arraycopy(rows, index, copy, index + 1, rows.length - index);
    return new RowList(copy);
  }

  /** This list without the row at {@code index}. */
  RowList removed(int index) {
    Row[] copy = new Row[rows.length - 1];
    System.arraycopy(rows, 0, copy, 0, index);
    System.arraycopy(rows, index + 1, copy, index, copy.length - index);
    return new RowList(copy);
  }

  /** This list with {@code row} in place of the one at {@code from}, at {@code to} afterwards. */
  RowList moved(int from, int to, Row row) {
    Row[] copy = rows.clone();
    if (from < to) {
      System.arraycopy(rows, from + 1, copy, from, to - from);
    } else {
      System.arraycopy(rows, to, copy, to + 1, from - to);
    }
    copy[to] = row;
    return new RowList(copy);
  }

  /** The rows that pass, in this list's order. */
  RowList filtered(RoleFilter filter) {
    Row[] passed = new Row[rows.length];
    int size = 0;
    for (Row row : rows) {
      if (filter.shows(row)) {
        passed[size++] = row;
      }
    }
    Row[] fitting = new Row[size];
    System.arraycopy(passed, 0, fitting, 0, size);
    return new RowList(fitting);
  }

  /** This list from its end to its start. */
  RowList backwards() {
    Row[] copy = new Row[rows.length];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[rows.length - 1 - i];
    }
    return new RowList(copy);
  }

  /**
   * This list in ascending order.
   *
   * <p>A binary insertion sort: fewest comparisons, and comparing is what costs with a hundred rows
   * at most. The JDK's own sort would do as well, but how often it compares is the release's
   * choice, and the work counted here must not depend on that.
   */
  RowList sorted(SortKey key) {
    Row[] sorted = new Row[rows.length];
    for (int size = 0; size < rows.length; size++) {
      int rank = rank(sorted, size, rows[size], key, true);
      System.arraycopy(sorted, rank, sorted, rank + 1, size - rank);
      sorted[rank] = rows[size];
    }
    return new RowList(sorted);
  }

  /** How many rows of this list, which must be in that order, come before {@code row}. */
  int rank(Row row, SortKey key, boolean ascending) {
    return rank(rows, rows.length, row, key, ascending);
  }

  private static int rank(Row[] rows, int size, Row row, SortKey key, boolean ascending) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = key.compare(rows[middle], row);
      if (ascending ? order < 0 : order > 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The index of the row with this id in a list in order of id; -1 if there is none. */
  int indexOfId(int id) {
    int low = 0;
    int high = rows.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = rows[middle].id();
      if (found == id) {
        return middle;
      }
      if (found < id) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
