package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.SplitMix64;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;

/** What one user of the form sends: fills it in, with slips, submits it, and starts again. */
final class FormScript implements Iterator<Event> {

  private final SplitMix64 random;
  private final Queue<Event> pending = new ArrayDeque<>();
  private FormState state = FormState.INITIAL;

  /** The script of a session, from 0. */
  FormScript(int sessionIndex) {
    random = SplitMix64.forSession(FormState.LABEL, sessionIndex);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Event next() {
    if (pending.isEmpty()) {
      walk(state.step());
    }
    Event event = pending.remove();
    state = state.handle(event);
    return event;
  }

  private void walk(Step step) {
    for (Field field : step.fields()) {
      fill(field);
    }
    if (step == Step.REVIEW) {
      pending.add(Event.of("submit"));
      return;
    }
    pending.add(Event.of("next"));
    if (random.below(10) == 0) {
      pending.add(Event.of("back"));
      pending.add(Event.of("next"));
    }
  }

  private void fill(Field field) {
    if (random.below(4) == 0) {
      change(field, bad(field));
    }
    String good = good(field);
    if (isTypedSlowly(field)) {
      int half = good.offsetByCodePoints(0, CodePoints.count(good) / 2);
      change(field, good.substring(0, half));
    }
    change(field, good);
  }

  private void change(Field field, String value) {
    pending.add(Event.of("change", "field", field.label(), "value", value));
  }

  private static boolean isTypedSlowly(Field field) {
    return switch (field) {
      case NAME, EMAIL, STREET, CITY, BIO -> true;
      case PASSWORD, POSTCODE, COUNTRY, THEME, NEWSLETTER -> false;
    };
  }

  private String bad(Field field) {
    return switch (field) {
      case NAME -> "x";
      case EMAIL -> Words.word(random);
      case PASSWORD -> "short";
      case STREET, CITY -> "";
      case POSTCODE -> "12a";
      case COUNTRY -> "Nowhere";
      case THEME -> "neon";
      case NEWSLETTER -> "maybe";
      case BIO -> "x".repeat(201);
    };
  }

  private String good(Field field) {
    return switch (field) {
      case NAME -> Words.name(random);
      case EMAIL -> joined(".") + "@example.com";
      case PASSWORD -> joined("-") + "-" + random.below(1000);
      case STREET -> {
        int house = 1 + random.below(200);
        yield house + " " + Words.title(Words.word(random)) + " Street";
      }
      case CITY -> Words.title(Words.word(random));
      case POSTCODE -> Integer.toString(10_000 + random.below(90_000));
      case COUNTRY -> Validation.COUNTRIES.get(random.below(12));
      case THEME -> Validation.THEMES.get(random.below(3));
      case NEWSLETTER -> random.below(2) == 0 ? "true" : "false";
      case BIO -> Words.sentence(random);
    };
  }

  private String joined(String separator) {
    String first = Words.word(random);
    return first + separator + Words.word(random);
  }
}
