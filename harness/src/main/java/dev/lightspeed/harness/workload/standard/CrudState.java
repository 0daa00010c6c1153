package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Params;
import dev.lightspeed.harness.workload.SplitMix64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of people that can be edited, sorted and filtered. Immutable.
 *
 * <p>The rows that are shown are kept in the order in which they are shown: an event moves at most
 * one row, found by binary search, and only a new column or filter sorts again. While everything is
 * shown by ascending id, the shown list <em>is</em> the list of all rows.
 */
final class CrudState {

  /** The workload's label. */
  static final String LABEL = "crud_table";

  /** Rows at the start. */
  static final int INITIAL_ROWS = 50;

  /** Rows that the table has room for. */
  static final int MAX_ROWS = 100;

  private final RowList rows;
  private final RowList shown;
  private final int nextId;
  private final SortKey sortKey;
  private final boolean ascending;
  private final RoleFilter filter;
  private final String notice;

  private CrudState(
      RowList rows,
      RowList shown,
      int nextId,
      SortKey sortKey,
      boolean ascending,
      RoleFilter filter,
      String notice) {
    this.rows = rows;
    this.shown = shown;
    this.nextId = nextId;
    this.sortKey = sortKey;
    this.ascending = ascending;
    this.filter = filter;
    this.notice = notice;
  }

  /** The table that a session starts with: the session's first draws. */
  static CrudState initial(SplitMix64 random) {
    Row[] rows = new Row[INITIAL_ROWS];
    for (int i = 0; i < rows.length; i++) {
      String name = Words.name(random);
      Role role = Role.at(random.below(3));
      rows[i] = Row.create(i + 1, name, role, random.below(4) != 0);
    }
    RowList all = RowList.over(rows);
    return new CrudState(all, all, INITIAL_ROWS + 1, SortKey.ID, true, RoleFilter.ALL, "");
  }

  /** All rows, in order of id. */
  List<Row> rows() {
    return rows;
  }

  /** The rows that pass the filter, in the order in which they are shown. */
  List<Row> shown() {
    return shown;
  }

  /** The id of the next row to be created. */
  int nextId() {
    return nextId;
  }

  /** The column that the rows are sorted by. */
  SortKey sortKey() {
    return sortKey;
  }

  /** Whether the smallest comes first. */
  boolean ascending() {
    return ascending;
  }

  /** Whom the table shows. */
  RoleFilter filter() {
    return filter;
  }

  /** What the last event did, in words; empty at first. */
  String notice() {
    return notice;
  }

  /**
   * The table after an event.
   *
   * @throws IllegalArgumentException if the page could not have sent the event
   */
  CrudState handle(Event event) {
    return switch (event.name()) {
      case "update" -> update(event);
      case "create" -> create(event);
      case "delete" -> delete(event);
      case "toggle" -> toggle(event);
      case "sort" -> sort(event);
      case "filter" -> filter(event);
      default ->
          throw Input.unknownEvent(LABEL, event, "update, create, delete, toggle, sort, filter");
    };
  }

  private CrudState update(Event event) {
    Input.requireParams(LABEL, event, 2);
    Params params = event.params();
    int index = indexOf(params);
    Row before = rows.get(index);
    Row after =
        params.has("name")
            ? before.withName(params.get("name"))
            : before.withRole(Role.of(params.get("role")));
    return withRow(index, before, after, "Updated row " + before.id());
  }

  private CrudState create(Event event) {
    Input.requireParams(LABEL, event, 2);
    String name = event.params().get("name");
    Role role = Role.of(event.params().get("role"));
    if (rows.size() >= MAX_ROWS) {
      return withRows(rows, shown, nextId, "Table is full");
    }
    Row row = Row.create(nextId, name, role, true);
    RowList more = rows.inserted(rows.size(), row);
    return withRows(more, reshown(more, null, row), nextId + 1, "Created row " + row.id());
  }

  private CrudState delete(Event event) {
    Input.requireParams(LABEL, event, 1);
    int index = indexOf(event.params());
    if (rows.size() == 1) {
      return withRows(rows, shown, nextId, "Table needs one row");
    }
    Row row = rows.get(index);
    RowList fewer = rows.removed(index);
    return withRows(fewer, reshown(fewer, row, null), nextId, "Deleted row " + row.id());
  }

  private CrudState toggle(Event event) {
    Input.requireParams(LABEL, event, 1);
    int index = indexOf(event.params());
    Row row = rows.get(index);
    return withRow(index, row, row.toggled(), "Toggled row " + row.id());
  }

  private CrudState sort(Event event) {
    Input.requireParams(LABEL, event, 1);
    SortKey key = SortKey.of(event.params().get("key"));
    boolean up = key != sortKey || !ascending;
    boolean flips = key == sortKey && !unarranged(key, up, filter);
    RowList ordered = flips ? shown.backwards() : arranged(key, up, filter);
    return new CrudState(rows, ordered, nextId, key, up, filter, "Sorted by " + key.label());
  }

  private CrudState filter(Event event) {
    Input.requireParams(LABEL, event, 1);
    RoleFilter next = RoleFilter.of(event.params().get("role"));
    RowList passed;
    if (next == filter) {
      passed = shown;
    } else {
      passed = filter == RoleFilter.ALL ? shown.filtered(next) : arranged(sortKey, ascending, next);
    }
    String done = "Showing " + next.label();
    return new CrudState(rows, passed, nextId, sortKey, ascending, next, done);
  }

  /** The index of the row that an event is about. */
  private int indexOf(Params params) {
    String id = params.get("id");
    int index = rows.indexOfId(Input.number(id));
    if (index < 0) {
      throw Input.refusal(LABEL, "no row " + Input.quoted(id));
    }
    return index;
  }

  private CrudState withRow(int index, Row before, Row after, String done) {
    if (after.equals(before)) {
      return withRows(rows, shown, nextId, done);
    }
    RowList changed = rows.replaced(index, after);
    return withRows(changed, reshown(changed, before, after), nextId, done);
  }

  private CrudState withRows(RowList newRows, RowList newShown, int newNextId, String done) {
    return new CrudState(newRows, newShown, newNextId, sortKey, ascending, filter, done);
  }

  /** What is shown once {@code before} has become {@code after}; null stands for no row. */
  private RowList reshown(RowList newRows, @Nullable Row before, @Nullable Row after) {
    if (unarranged(sortKey, ascending, filter)) {
      return newRows;
    }
    int from = before != null && filter.shows(before) ? rank(before) : -1;
    int to = after != null && filter.shows(after) ? rank(after) : -1;
    if (before == null || from < 0) {
      return after == null || to < 0 ? shown : shown.inserted(to, after);
    }
    if (after == null || to < 0) {
      return shown.removed(from);
    }
    // Ranks are in the list with the old row: without it, those behind it are one less.
    return shown.moved(from, to > from ? to - 1 : to, after);
  }

  private int rank(Row row) {
    return shown.rank(row, sortKey, ascending);
  }

  private RowList arranged(SortKey key, boolean up, RoleFilter roles) {
    if (unarranged(key, up, roles)) {
      return rows;
    }
    RowList passed = roles == RoleFilter.ALL ? rows : rows.filtered(roles);
    RowList sorted = key == SortKey.ID ? passed : passed.sorted(key);
    return up ? sorted : sorted.backwards();
  }

  /** Whether this order and filter show all rows as they are stored. */
  private static boolean unarranged(SortKey key, boolean up, RoleFilter roles) {
    return key == SortKey.ID && up && roles == RoleFilter.ALL;
  }
}
