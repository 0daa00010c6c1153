package dev.lightspeed.harness.workload.standard;

import org.jspecify.annotations.Nullable;

/** Whom the table shows. The order is that in which filters are drawn. */
enum RoleFilter {
  ALL(null),
  ADMIN(Role.ADMIN),
  EDITOR(Role.EDITOR),
  VIEWER(Role.VIEWER);

  private static final RoleFilter[] FILTERS = values();

  private final @Nullable Role role;
  private final String label;

  RoleFilter(@Nullable Role role) {
    this.role = role;
    this.label = role == null ? "all" : role.label();
  }

  /** The filter as events and the page write it. */
  String label() {
    return label;
  }

  /** Whether the row passes. */
  boolean shows(Row row) {
    return role == null || row.role() == role;
  }

  /** The filter at {@code index}, 0 to 3. */
  static RoleFilter at(int index) {
    return FILTERS[index];
  }

  /**
   * The filter with this label.
   *
   * @throws IllegalArgumentException if there is none
   */
  static RoleFilter of(String label) {
    for (RoleFilter filter : FILTERS) {
      if (filter.label.equals(label)) {
        return filter;
      }
    }
    throw Input.unknownValue(CrudState.LABEL, "filter", label, "all, admin, editor, viewer");
  }
}
