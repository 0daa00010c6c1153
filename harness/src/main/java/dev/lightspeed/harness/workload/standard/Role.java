package dev.lightspeed.harness.workload.standard;

/** What a person may do. The order is that in which roles are drawn. */
enum Role {
  ADMIN("admin"),
  EDITOR("editor"),
  VIEWER("viewer");

  private static final Role[] ALL = values();

  private final String label;

  Role(String label) {
    this.label = label;
  }

  /** The role as events and the page write it. */
  String label() {
    return label;
  }

  /** The role at {@code index}, 0 to 2. */
  static Role at(int index) {
    return ALL[index];
  }

  /**
   * The role with this label.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Role of(String label) {
    for (Role role : ALL) {
      if (role.label.equals(label)) {
        return role;
      }
    }
    throw Input.unknownValue(CrudState.LABEL, "role", label, "admin, editor, viewer");
  }
}
