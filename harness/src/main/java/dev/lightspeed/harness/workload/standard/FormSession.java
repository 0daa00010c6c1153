package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.live.Differ;
import dev.lightspeed.live.Dynamic;
import dev.lightspeed.live.ItemTemplate;
import dev.lightspeed.live.Keyed;
import dev.lightspeed.live.Rendered;
import dev.lightspeed.live.Template;
import dev.lightspeed.live.TemplateSet;
import dev.lightspeed.live.Text;
import dev.lightspeed.live.TypedInput;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form's view. What the user types is never sent back to the browser that it came from. */
final class FormSession extends LiveSession {

  private static final Template PAGE =
      Template.parse(
          """
          <main id="form"><h1>Sign up</h1>
            <ol id="steps">{steps}</ol>
            <p id="notice">{notice}</p>
            <form phx-change="change" phx-submit="next"><h2>{title}</h2>{fields}{review}
              <p id="progress">{valid} of 10 fields valid</p>
              <button type="button" phx-click="back">Back</button>
              <button type="submit">{submit}</button>
            </form>
          </main>
          """);

  private static final Template STEP =
      Template.parse(
          """
          <li class="{progress}">{title}</li>
          """);

  private static final Template FIELD =
      Template.parse(
          """
          <p class="field"><label for="{key}">{title}</label>
          <input id="{key}" name="{key}" type="{type}" value="{value}">
          <span class="error">{error}</span></p>
          """);

  private static final Template REVIEW =
      Template.parse(
          Field.all().stream()
              .map(field -> "<dt>" + field.title() + "</dt><dd>{" + field.label() + "}</dd>")
              .collect(Collectors.joining("", "<dl id=\"review\">", "</dl>")));

  private static final Differ DIFFER = Differ.of(TemplateSet.of(PAGE, STEP, FIELD, REVIEW));

  private static final ItemTemplate<StepItem> STEPS =
      ItemTemplate.of(
          STEP,
          item -> Integer.toString(item.step().number()),
          item -> STEP.render(Text.of(item.progress()), Text.of(item.step().title())));

  private static final ItemTemplate<FieldItem> FIELDS =
      ItemTemplate.of(FIELD, item -> item.field().label(), FormSession::field);

  /** The list of steps is the same whenever a step is the current one. */
  private static final List<Keyed<StepItem>> STEPS_AT =
      Step.all().stream().map(FormSession::stepsAt).toList();

  private static final Text TEXT = Text.of("text");
  private static final Text PASSWORD = Text.of("password");
  private static final Text NEXT = Text.of("Next");
  private static final Text SUBMIT = Text.of("Submit");

  private FormState state = FormState.INITIAL;

  FormSession() {
    super(DIFFER);
  }

  /** A step as the list of steps shows it. */
  private record StepItem(Step step, String progress) {}

  /** A field as it is shown. */
  private record FieldItem(Field field, String value, String error) {}

  @Override
  Rendered render() {
    Step step = state.step();
    boolean last = step == Step.REVIEW;
    return PAGE.render(
        STEPS_AT.get(step.number() - 1),
        Text.of(state.notice()),
        Text.of(step.title()),
        Keyed.of(FIELDS, fields(step)),
        last ? review() : Text.EMPTY,
        Text.of(state.validFields()),
        last ? SUBMIT : NEXT);
  }

  @Override
  public Frame handle(Event event) {
    state = state.handle(event);
    return update(render(), typed(event));
  }

  /** What the browser shows already, by the event that it has sent. */
  static @Nullable TypedInput typed(Event event) {
    if (!event.name().equals("change")) {
      return null;
    }
    return new TypedInput(event.params().get("field"), event.params().get("value"));
  }

  private List<FieldItem> fields(Step step) {
    List<Field> fields = step.fields();
    FieldItem[] items = new FieldItem[fields.size()];
    for (int i = 0; i < items.length; i++) {
      Field field = fields.get(i);
      String error = state.touched(field) ? state.error(field) : null;
      items[i] = new FieldItem(field, state.value(field), error == null ? "" : error);
    }
    return Arrays.asList(items);
  }

  private Rendered review() {
    Dynamic[] values = new Dynamic[Field.all().size()];
    for (Field field : Field.all()) {
      String value = state.value(field);
      String shown = field == Field.PASSWORD ? "*".repeat(CodePoints.count(value)) : value;
      values[field.index()] = Text.of(shown);
    }
    return REVIEW.render(values);
  }

  private static Keyed<StepItem> stepsAt(Step current) {
    return Keyed.of(
        STEPS,
        Step.all().stream()
            .map(step -> new StepItem(step, progress(step.number() - current.number())))
            .toList());
  }

  private static String progress(int distance) {
    if (distance == 0) {
      return "current";
    }
    return distance < 0 ? "done" : "todo";
  }

  private static Rendered field(FieldItem item) {
    return FIELD.render(
        Text.of(item.field().title()),
        item.field() == Field.PASSWORD ? PASSWORD : TEXT,
        Text.of(item.value()),
        Text.of(item.error()));
  }
}
