package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A form in four steps that is validated on every change. Immutable. Sets of fields are bits, and a
 * change validates the field that changed: which fields are valid is kept.
 */
final class FormState {

  /** The workload's label. */
  static final String LABEL = "form_heavy_flow";

  private static final String[] NO_VALUES = noValues();

  /** What every session starts with. */
  static final FormState INITIAL = empty(0, "");

  private final Step step;
  private final String[] values;
  private final int touched;
  private final int valid;
  private final int saved;
  private final String notice;

  private FormState(Step step, String[] values, int touched, int valid, int saved, String notice) {
    this.step = step;
    this.values = values;
    this.touched = touched;
    this.valid = valid;
    this.saved = saved;
    this.notice = notice;
  }

  private static String[] noValues() {
    String[] values = new String[Field.all().size()];
    Arrays.fill(values, "");
    return values;
  }

  private static FormState empty(int saved, String notice) {
    int valid = 0;
    for (Field field : Field.all()) {
      valid |= validBit(field, "");
    }
    return new FormState(Step.ACCOUNT, NO_VALUES, 0, valid, saved, notice);
  }

  private static int validBit(Field field, String value) {
    return Validation.error(field, value) == null ? field.bit() : 0;
  }

  /** The step that is shown. */
  Step step() {
    return step;
  }

  /** What was typed into a field; empty at first. */
  String value(Field field) {
    return values[field.index()];
  }

  /** Whether the field's error may be shown. */
  boolean touched(Field field) {
    return (touched & field.bit()) != 0;
  }

  /** The field's error, touched or not; null if it has none. */
  @Nullable String error(Field field) {
    return (valid & field.bit()) != 0 ? null : Validation.error(field, value(field));
  }

  /** How many of the ten fields have no error. */
  int validFields() {
    return Integer.bitCount(valid);
  }

  /** How often the form was submitted. */
  int saved() {
    return saved;
  }

  /** What the last event did, in words; empty at first. */
  String notice() {
    return notice;
  }

  /**
   * The form after an event.
   *
   * @throws IllegalArgumentException if the page could not have sent the event
   */
  FormState handle(Event event) {
    return switch (event.name()) {
      case "change" -> change(event);
      case "next" -> next(event);
      case "back" -> back(event);
      case "submit" -> submit(event);
      default -> throw Input.unknownEvent(LABEL, event, "change, next, back, submit");
    };
  }

  private FormState change(Event event) {
    Input.requireParams(LABEL, event, 2);
    Field field = Field.of(event.params().get("field"));
    String value = event.params().get("value");
    String[] changed = values.clone();
    changed[field.index()] = value;
    int nowValid = (valid & ~field.bit()) | validBit(field, value);
    return new FormState(step, changed, touched | field.bit(), nowValid, saved, "");
  }

  private FormState next(Event event) {
    Input.requireParams(LABEL, event, 0);
    if (step == Step.REVIEW) {
      throw Input.refusal(LABEL, "'next' on the last step, which takes 'submit'");
    }
    int asked = 0;
    for (Field field : step.fields()) {
      asked |= field.bit();
    }
    if ((valid & asked) != asked) {
      return new FormState(step, values, touched | asked, valid, saved, "Please fix the errors");
    }
    return at(step.next());
  }

  private FormState back(Event event) {
    Input.requireParams(LABEL, event, 0);
    return at(step.back());
  }

  private FormState at(Step other) {
    return new FormState(other, values, touched, valid, saved, "");
  }

  private FormState submit(Event event) {
    Input.requireParams(LABEL, event, 0);
    if (step != Step.REVIEW) {
      throw Input.refusal(LABEL, "'submit' on step " + step.number() + ", which takes 'next'");
    }
    return empty(saved + 1, "Saved " + (saved + 1));
  }
}
