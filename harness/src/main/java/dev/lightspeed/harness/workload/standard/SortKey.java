package dev.lightspeed.harness.workload.standard;

/** A column that the table can be sorted by. The order is that in which keys are drawn. */
enum SortKey {
  ID("id"),
  NAME("name"),
  EMAIL("email");

  private static final SortKey[] ALL = values();

  private final String label;

  SortKey(String label) {
    this.label = label;
  }

  /** The key as events and the page write it. */
  String label() {
    return label;
  }

  /** Compares two rows by this column and ties by id: 0 only for rows with the same id. */
  int compare(Row left, Row right) {
    int byColumn =
        switch (this) {
          case ID -> 0;
          case NAME -> CodePoints.compare(left.name(), right.name());
          case EMAIL -> CodePoints.compare(left.email(), right.email());
        };
    return byColumn != 0 ? byColumn : Integer.compare(left.id(), right.id());
  }

  /** The key at {@code index}, 0 to 2. */
  static SortKey at(int index) {
    return ALL[index];
  }

  /**
   * The key with this label.
   *
   * @throws IllegalArgumentException if there is none
   */
  static SortKey of(String label) {
    for (SortKey key : ALL) {
      if (key.label.equals(label)) {
        return key;
      }
    }
    throw Input.unknownValue(CrudState.LABEL, "key", label, "id, name, email");
  }
}
