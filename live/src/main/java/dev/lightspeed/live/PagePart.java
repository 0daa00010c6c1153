package dev.lightspeed.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a slot of a {@link Page} holds. Immutable. */
sealed interface PagePart {

  /** Writes the HTML; {@code key} is that of the item shown, or nothing. */
  void write(StringBuilder out, String key);

  /** This after the user has typed into one of its inputs. */
  PagePart typed(TypedInput typed, String key);

  /** Text or trusted HTML. */
  record Leaf(Content content) implements PagePart {

    @Override
    public void write(StringBuilder out, String key) {
      if (content instanceof TrustedHtml html) {
        out.append(html.value());
      } else if (content instanceof Text text) {
        HtmlRenderer.escape(out, text.value());
      }
    }

    @Override
    public PagePart typed(TypedInput typed, String key) {
      return this;
    }
  }

  /** A template with its slots. */
  record Instance(Template template, List<PagePart> values) implements PagePart {

    public Instance {
      values = List.copyOf(values);
    }

    Instance with(int slot, PagePart value) {
      List<PagePart> changed = new ArrayList<>(values);
      changed.set(slot, value);
      return new Instance(template, changed);
    }

    @Override
    public void write(StringBuilder out, String key) {
      for (int part = 0; part < template.partCount(); part++) {
        out.append(template.literal(part));
        int slot = template.slotAfter(part);
        if (slot == Template.KEY) {
          HtmlRenderer.escape(out, key);
        } else if (slot != Template.END) {
          values.get(slot).write(out, "");
        }
      }
    }

    @Override
    public Instance typed(TypedInput typed, String key) {
      List<PagePart> changed = new ArrayList<>(values.size());
      values.forEach(value -> changed.add(value.typed(typed, "")));
      for (Template.InputBinding input : template.inputs()) {
        if (input.name(key, this::text).equals(typed.field())) {
          changed.set(input.slot(), new Leaf(Text.of(typed.value())));
        }
      }
      return new Instance(template, changed);
    }

    private String text(int slot) {
      return values.get(slot) instanceof Leaf leaf && leaf.content() instanceof Text text
          ? text.value()
          : "";
    }
  }

  /** A list: its items by key, in order, and those that were parked. */
  record ShownItems(
      Template template, int limit, Map<String, Instance> shown, Map<String, Instance> parked)
      implements PagePart {

    @Override
    public void write(StringBuilder out, String key) {
      shown.forEach((itemKey, item) -> item.write(out, itemKey));
    }

    @Override
    public PagePart typed(TypedInput typed, String key) {
      Map<String, Instance> changed = new LinkedHashMap<>();
      shown.forEach((itemKey, item) -> changed.put(itemKey, item.typed(typed, itemKey)));
      return new ShownItems(template, limit, changed, parked);
    }
  }
}
