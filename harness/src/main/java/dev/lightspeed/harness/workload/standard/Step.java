package dev.lightspeed.harness.workload.standard;

import java.util.List;

/** A step of the form, in the order in which they are walked. */
enum Step {
  ACCOUNT(1, "Account"),
  ADDRESS(2, "Address"),
  PREFERENCES(3, "Preferences"),
  REVIEW(4, "Review");

  private static final List<Step> ALL = List.of(values());

  private final int number;
  private final String title;

  Step(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /** The four steps in order. */
  static List<Step> all() {
    return ALL;
  }

  /** From 1. */
  int number() {
    return number;
  }

  /** The step's heading. */
  String title() {
    return title;
  }

  /** The step's fields in order; none on the last one. */
  List<Field> fields() {
    return Field.on(this);
  }

  /** The step after this one; the last has none and is its own. */
  Step next() {
    return this == REVIEW ? this : ALL.get(number);
  }

  /** The step before this one; the first has none and is its own. */
  Step back() {
    return this == ACCOUNT ? this : ALL.get(number - 2);
  }
}
