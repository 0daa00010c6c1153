package dev.lightspeed.harness.workload.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.SplitMix64;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FormStateTest {

  private static final Event NEXT = Event.of("next");
  private static final Event BACK = Event.of("back");
  private static final Event SUBMIT = Event.of("submit");

  private final FormState empty = FormState.INITIAL;

  @Test
  void startsEmptyWithItsTwoOptionalFieldsValid() {
    assertThat(empty.step()).isEqualTo(Step.ACCOUNT);
    assertThat(empty.validFields()).isEqualTo(2);
    assertThat(empty.saved()).isZero();
    assertThat(empty.notice()).isEmpty();
    for (Field field : Field.values()) {
      assertThat(empty.value(field)).isEmpty();
      assertThat(empty.touched(field)).isFalse();
    }
    assertThat(empty.error(Field.NAME)).isEqualTo("is required");
    assertThat(empty.error(Field.BIO)).isNull();
  }

  @Test
  void knowsTheFieldsOfEachStepInOrder() {
    assertThat(Step.ACCOUNT.fields()).containsExactly(Field.NAME, Field.EMAIL, Field.PASSWORD);
    assertThat(Step.ADDRESS.fields())
        .containsExactly(Field.STREET, Field.CITY, Field.POSTCODE, Field.COUNTRY);
    assertThat(Step.PREFERENCES.fields()).containsExactly(Field.THEME, Field.NEWSLETTER, Field.BIO);
    assertThat(Step.REVIEW.fields()).isEmpty();
    for (Field field : Field.values()) {
      assertThat(field.step().fields()).contains(field);
      assertThat(Field.all().get(field.index())).isEqualTo(field);
    }
    for (Step step : Step.values()) {
      assertThat(Step.all().get(step.number() - 1)).isEqualTo(step);
    }
  }

  @Test
  void changeSetsAndTouchesOneFieldOfAnyStep() {
    FormState changed = empty.handle(change("city", "Lark"));

    assertThat(changed.value(Field.CITY)).isEqualTo("Lark");
    assertThat(changed.touched(Field.CITY)).isTrue();
    assertThat(changed.touched(Field.STREET)).isFalse();
    assertThat(changed.validFields()).isEqualTo(3);
    assertThat(changed.step()).isEqualTo(Step.ACCOUNT);
    assertThat(empty.value(Field.CITY)).isEmpty();
    assertThat(changed.handle(change("city", "")).validFields()).isEqualTo(2);
  }

  @Test
  void nextTouchesTheStepWhileAFieldOfItHasAnError() {
    FormState refused = empty.handle(NEXT);

    assertThat(refused.step()).isEqualTo(Step.ACCOUNT);
    assertThat(refused.notice()).isEqualTo("Please fix the errors");
    for (Field field : Field.values()) {
      assertThat(refused.touched(field)).isEqualTo(field.step() == Step.ACCOUNT);
    }
    assertThat(refused.handle(change("name", "x")).notice()).isEmpty();
  }

  @Test
  void nextGoesOnOnceTheStepIsValidWhateverTheOthersAre() {
    FormState second = account(empty).handle(NEXT);

    assertThat(second.step()).isEqualTo(Step.ADDRESS);
    assertThat(second.notice()).isEmpty();
    assertThat(second.touched(Field.STREET)).isFalse();
  }

  @Test
  void backStopsAtTheFirstStep() {
    FormState second = account(empty).handle(NEXT);

    assertThat(second.handle(BACK).step()).isEqualTo(Step.ACCOUNT);
    assertThat(second.handle(BACK).handle(BACK).step()).isEqualTo(Step.ACCOUNT);
    assertThat(empty.handle(NEXT).handle(BACK).notice()).isEmpty();
  }

  @Test
  void submitSavesAndStartsAgain() {
    FormState saved = filled(filled(empty).handle(SUBMIT)).handle(SUBMIT);

    assertThat(saved.saved()).isEqualTo(2);
    assertThat(saved.notice()).isEqualTo("Saved 2");
    assertThat(saved.step()).isEqualTo(Step.ACCOUNT);
    assertThat(saved.validFields()).isEqualTo(2);
    for (Field field : Field.values()) {
      assertThat(saved.value(field)).isEmpty();
      assertThat(saved.touched(field)).isFalse();
    }
  }

  @Test
  void agreesWithTheRulesInEverySession() {
    for (int session = 0; session < 64; session++) {
      Iterator<Event> script = new FormScript(session);
      Model model = new Model();
      FormState state = FormState.INITIAL;
      for (int i = 0; i < 200; i++) {
        Event event = script.next();
        state = state.handle(event);
        model.apply(event);
        model.assertEquals(state);
      }
    }
  }

  @Test
  void agreesWithTheRulesOnEventsOfAnyKind() {
    SplitMix64 random = new SplitMix64(11);
    List<String> values =
        List.of("", "x", "robin", "a@b.c", "12345678", "12345", "Elba", "dark", "true", "<&>");
    Model model = new Model();
    FormState state = FormState.INITIAL;
    for (int i = 0; i < 20_000; i++) {
      int r = random.below(40);
      boolean last = state.step() == Step.REVIEW;
      Event event =
          switch (r) {
            case 0 -> BACK;
            case 1, 2 -> last ? SUBMIT : NEXT;
            default ->
                change(
                    Field.all().get(random.below(10)).label(),
                    values.get(random.below(values.size())));
          };
      // A step is rarely valid by chance: fix it now and then.
      if (r == 3) {
        for (Event fix : fixes(state.step())) {
          state = state.handle(fix);
          model.apply(fix);
        }
        event = last ? SUBMIT : NEXT;
      }
      state = state.handle(event);
      model.apply(event);
      model.assertEquals(state);
    }
    assertThat(state.saved()).isGreaterThan(20);
  }

  @Test
  void refusesWhatThePageCouldNotHaveSent() {
    assertRefused(
        empty,
        Event.of("reset"),
        "form_heavy_flow: unknown event 'reset', known: change, next, back, submit");
    assertRefused(
        empty,
        change("age", "7"),
        "form_heavy_flow: unknown field 'age', known: name, email, password, street, city,"
            + " postcode, country, theme, newsletter, bio");
    assertRefused(
        empty,
        Event.of("change", "field", "name"),
        "form_heavy_flow: event 'change' takes 2 params, got '{field=name}'");
    assertRefused(
        empty,
        Event.of("change", "field", "name", "field", "x"),
        "params: no string named 'value' in {field=name, field=x}");
    assertRefused(
        empty,
        Event.of("next", "step", "4"),
        "form_heavy_flow: event 'next' takes 0 params, got '{step=4}'");
    assertRefused(empty, SUBMIT, "form_heavy_flow: 'submit' on step 1, which takes 'next'");
    assertRefused(
        filled(empty), NEXT, "form_heavy_flow: 'next' on the last step, which takes 'submit'");
  }

  private static void assertRefused(FormState state, Event event, String message) {
    String before = OraclePages.form(state);
    assertThatThrownBy(() -> state.handle(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThat(OraclePages.form(state)).isEqualTo(before);
  }

  private static Event change(String field, String value) {
    return Event.of("change", "field", field, "value", value);
  }

  private static FormState account(FormState state) {
    FormState account = state;
    for (Event fix : fixes(Step.ACCOUNT)) {
      account = account.handle(fix);
    }
    return account;
  }

  /** On the last step, every field valid. */
  private static FormState filled(FormState state) {
    FormState filled = state;
    for (Step step : List.of(Step.ACCOUNT, Step.ADDRESS, Step.PREFERENCES)) {
      for (Event fix : fixes(step)) {
        filled = filled.handle(fix);
      }
      filled = filled.handle(NEXT);
    }
    return filled;
  }

  private static List<Event> fixes(Step step) {
    return switch (step) {
      case ACCOUNT ->
          List.of(
              change("name", "Robin"), change("email", "a@b.c"), change("password", "12345678"));
      case ADDRESS ->
          List.of(
              change("street", "1"),
              change("city", "Lark"),
              change("postcode", "12345"),
              change("country", "Elba"));
      case PREFERENCES ->
          List.of(change("theme", "dark"), change("newsletter", "true"), change("bio", ""));
      case REVIEW -> List.of();
    };
  }

  /** The form a second time: mutable, by field name, everything worked out from the values. */
  private static final class Model {

    private static final List<List<String>> FIELDS =
        List.of(
            List.of("name", "email", "password"),
            List.of("street", "city", "postcode", "country"),
            List.of("theme", "newsletter", "bio"),
            List.of());

    private final TreeMap<String, String> values = new TreeMap<>();
    private final Set<String> touched = new TreeSet<>();
    private int step = 1;
    private int saved = 0;
    private String notice = "";

    void apply(Event event) {
      notice = "";
      switch (event.name()) {
        case "change" -> {
          values.put(event.params().get("field"), event.params().get("value"));
          touched.add(event.params().get("field"));
        }
        case "next" -> {
          List<String> fields = FIELDS.get(step - 1);
          if (fields.stream().anyMatch(field -> !error(field).isEmpty())) {
            touched.addAll(fields);
            notice = "Please fix the errors";
          } else {
            step++;
          }
        }
        case "back" -> step = Math.max(1, step - 1);
        case "submit" -> {
          saved++;
          values.clear();
          touched.clear();
          step = 1;
          notice = "Saved " + saved;
        }
        default -> throw new AssertionError(event);
      }
    }

    private String error(String field) {
      return OracleForm.error(field, values.getOrDefault(field, ""));
    }

    void assertEquals(FormState state) {
      assertThat(state.step().number()).isEqualTo(step);
      assertThat(state.saved()).isEqualTo(saved);
      assertThat(state.notice()).isEqualTo(notice);
      List<String> valid = new ArrayList<>();
      for (Field field : Field.values()) {
        String error = error(field.label());
        if (error.isEmpty()) {
          valid.add(field.label());
        }
        assertThat(state.value(field)).isEqualTo(values.getOrDefault(field.label(), ""));
        assertThat(state.touched(field)).isEqualTo(touched.contains(field.label()));
        assertThat(state.error(field)).isEqualTo(error.isEmpty() ? null : error);
      }
      assertThat(state.validFields()).isEqualTo(valid.size());
    }
  }
}
