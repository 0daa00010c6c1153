package dev.lightspeed.harness.workload.standard;

import java.util.ArrayList;
import java.util.List;

/** A field of the form, in the order in which they are shown. */
enum Field {
  NAME(0, Step.ACCOUNT, "name"),
  EMAIL(1, Step.ACCOUNT, "email"),
  PASSWORD(2, Step.ACCOUNT, "password"),
  STREET(3, Step.ADDRESS, "street"),
  CITY(4, Step.ADDRESS, "city"),
  POSTCODE(5, Step.ADDRESS, "postcode"),
  COUNTRY(6, Step.ADDRESS, "country"),
  THEME(7, Step.PREFERENCES, "theme"),
  NEWSLETTER(8, Step.PREFERENCES, "newsletter"),
  BIO(9, Step.PREFERENCES, "bio");

  private static final List<Field> ALL = List.of(values());
  private static final List<List<Field>> BY_STEP = Step.all().stream().map(Field::select).toList();

  private final int index;
  private final Step step;
  private final String label;
  private final String title;

  Field(int index, Step step, String label) {
    this.index = index;
    this.step = step;
    this.label = label;
    this.title = Words.title(label);
  }

  /** The ten fields in order. */
  static List<Field> all() {
    return ALL;
  }

  /** The fields of a step in order. */
  static List<Field> on(Step step) {
    return BY_STEP.get(step.number() - 1);
  }

  private static List<Field> select(Step step) {
    List<Field> fields = new ArrayList<>();
    for (Field field : ALL) {
      if (field.step == step) {
        fields.add(field);
      }
    }
    return List.copyOf(fields);
  }

  /** Its place among the ten, from 0. */
  int index() {
    return index;
  }

  /** The step that asks for it. */
  Step step() {
    return step;
  }

  /** The field as events and the page's attributes write it. */
  String label() {
    return label;
  }

  /** The field as the page calls it. */
  String title() {
    return title;
  }

  /** This field alone, in a set of fields kept as bits. */
  int bit() {
    return 1 << index;
  }

  /**
   * The field with this label.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Field of(String label) {
    for (Field field : ALL) {
      if (field.label.equals(label)) {
        return field;
      }
    }
    throw Input.unknownValue(
        FormState.LABEL,
        "field",
        label,
        "name, email, password, street, city, postcode, country, theme, newsletter, bio");
  }
}
