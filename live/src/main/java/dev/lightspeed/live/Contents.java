package dev.lightspeed.live;

import java.util.ArrayList;
import java.util.List;

/** Turns what a view rendered into what goes over the wire. */
final class Contents {

  private final TemplateSet templates;

  Contents(TemplateSet templates) {
    this.templates = templates;
  }

  Content of(Dynamic value) {
    if (value instanceof Text text) {
      return text;
    }
    if (value instanceof TrustedHtml html) {
      return html;
    }
    if (value instanceof Rendered node) {
      return new Content.Node(templates.number(node.template()), values(node));
    }
    if (value instanceof Keyed<?> list) {
      return items(list.item(), 0, entries(list));
    }
    Streamed<?> stream = (Streamed<?>) value;
    return items(stream.item(), stream.limit(), entries(stream));
  }

  <T> List<Content.Entry> entries(ItemTemplate<T> template, List<T> items) {
    List<Content.Entry> entries = new ArrayList<>(items.size());
    for (T item : items) {
      entries.add(entry(template, item));
    }
    return entries;
  }

  <T> Content.Entry entry(ItemTemplate<T> template, T item) {
    return new Content.Entry(template.key(item), values(template.render(item)));
  }

  private Content.Items items(ItemTemplate<?> item, int limit, List<Content.Entry> entries) {
    return new Content.Items(templates.number(item.template()), limit, entries);
  }

  private <T> List<Content.Entry> entries(Keyed<T> list) {
    return entries(list.item(), list.shown());
  }

  private <T> List<Content.Entry> entries(Streamed<T> stream) {
    List<Content.Entry> entries = entries(stream.item(), stream.prepended());
    entries.addAll(entries(stream.item(), stream.appended()));
    return entries;
  }

  private List<Content> values(Rendered node) {
    List<Content> values = new ArrayList<>(node.size());
    for (int slot = 0; slot < node.size(); slot++) {
      values.add(of(node.value(slot)));
    }
    return values;
  }
}
