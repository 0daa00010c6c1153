package dev.lightspeed.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Applies patch operations to the parts of a page; refuses those that do not fit. */
final class PagePatcher {

  private final List<Template> templates;
  private PagePart root;

  PagePatcher(List<Template> templates, PagePart root) {
    this.templates = templates;
    this.root = root;
  }

  /** An operation that does not fit the page. */
  static final class Misfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    Misfit(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  PagePart root() {
    return root;
  }

  void apply(PatchOp op) {
    if (op instanceof PatchOp.UpdateSegments update) {
      change(update.target(), part -> updated(part, update.texts()));
    } else if (op instanceof PatchOp.ReplaceSegments replace) {
      change(replace.target(), part -> part(replace.content()));
    } else if (op instanceof PatchOp.Replace replace) {
      change(replace.target(), part -> new PagePart.Leaf(replace.html()));
    } else if (op instanceof PatchOp.Remove remove) {
      change(remove.target(), part -> new PagePart.Leaf(Text.EMPTY));
    } else {
      change(op.target(), part -> changed(items(part), op));
    }
  }

  private void change(Target target, UnaryOperator<PagePart> change) {
    Target parent = target.parent();
    if (parent == null) {
      root = change.apply(root);
      return;
    }
    change(
        parent,
        part -> {
          PagePart.Instance node = node(part);
          requireSlot(node.template(), target.slot());
          PagePart inside = node.values().get(target.slot());
          String key = target.key();
          PagePart after =
              key == null ? change.apply(inside) : withItem(items(inside), key, change);
          requireTextOnly(node.template(), target.slot(), after);
          return node.with(target.slot(), after);
        });
  }

  private static PagePart withItem(
      PagePart.ShownItems list, String key, UnaryOperator<PagePart> change) {
    PagePart.ShownItems copy = copy(list);
    if (copy.shown().containsKey(key)) {
      copy.shown().computeIfPresent(key, (k, item) -> node(change.apply(item)));
    } else if (copy.parked().containsKey(key)) {
      copy.parked().computeIfPresent(key, (k, item) -> node(change.apply(item)));
    } else {
      throw new Misfit("the list has no item '" + key + "'");
    }
    return copy;
  }

  private static PagePart updated(PagePart part, List<PatchOp.SlotText> texts) {
    PagePart.Instance node = node(part);
    for (PatchOp.SlotText text : texts) {
      requireSlot(node.template(), text.slot());
      node = node.with(text.slot(), new PagePart.Leaf(text.text()));
    }
    return node;
  }

  private PagePart changed(PagePart.ShownItems list, PatchOp op) {
    PagePart.ShownItems copy = copy(list);
    if (op instanceof PatchOp.Append append) {
      return append(copy, append.entries());
    } else if (op instanceof PatchOp.Prepend prepend) {
      return prepend(copy, prepend.entries());
    } else if (op instanceof PatchOp.UpsertKeyed upsert) {
      return upsert(copy, upsert);
    } else if (op instanceof PatchOp.RemoveKeyed remove) {
      return remove(copy, remove);
    }
    return reorder(copy, ((PatchOp.ReorderKeyed) op).keys());
  }

  private PagePart append(PagePart.ShownItems list, List<Content.Entry> entries) {
    for (Content.Entry entry : entries) {
      requireNew(list, entry.key());
      list.shown().put(entry.key(), item(list.template(), entry.values()));
    }
    while (list.limit() > 0 && list.shown().size() > list.limit()) {
      list.shown().remove(list.shown().keySet().iterator().next());
    }
    return list;
  }

  private PagePart prepend(PagePart.ShownItems list, List<Content.Entry> entries) {
    Map<String, PagePart.Instance> after = new LinkedHashMap<>();
    for (Content.Entry entry : entries) {
      requireNew(list, entry.key());
      if (after.put(entry.key(), item(list.template(), entry.values())) != null) {
        throw new Misfit("the list has an item '" + entry.key() + "' already");
      }
    }
    after.putAll(list.shown());
    List<String> keys = new ArrayList<>(after.keySet());
    if (list.limit() > 0 && keys.size() > list.limit()) {
      keys.subList(list.limit(), keys.size()).forEach(after::remove);
    }
    return new PagePart.ShownItems(list.template(), list.limit(), after, list.parked());
  }

  private PagePart upsert(PagePart.ShownItems list, PatchOp.UpsertKeyed upsert) {
    String key = upsert.key();
    List<Content> values = upsert.values();
    PagePart.Instance known = list.shown().get(key);
    if (known == null) {
      known = list.parked().remove(key);
    }
    if (values != null || list.template().slotCount() == 0) {
      known = item(list.template(), values == null ? List.of() : values);
    }
    if (known == null) {
      throw new Misfit("the list has no item '" + key + "'");
    }
    String before = upsert.before();
    if (before == null && values != null && list.shown().containsKey(key)) {
      list.shown().put(key, known);
      return list;
    }
    list.shown().remove(key);
    if (before == null) {
      list.shown().put(key, known);
      return list;
    }
    return insertedBefore(list, before, key, known);
  }

  private static PagePart insertedBefore(
      PagePart.ShownItems list, String before, String key, PagePart.Instance item) {
    requireShown(list, before);
    Map<String, PagePart.Instance> after = new LinkedHashMap<>();
    list.shown()
        .forEach(
            (each, node) -> {
              if (each.equals(before)) {
                after.put(key, item);
              }
              after.put(each, node);
            });
    return new PagePart.ShownItems(list.template(), list.limit(), after, list.parked());
  }

  private static PagePart remove(PagePart.ShownItems list, PatchOp.RemoveKeyed remove) {
    for (String key : remove.keys()) {
      PagePart.Instance item = list.shown().remove(key);
      if (remove.park()) {
        if (item == null) {
          throw new Misfit("the list shows no item '" + key + "'");
        }
        list.parked().put(key, item);
      } else if (item == null && list.parked().remove(key) == null) {
        throw new Misfit("the list has no item '" + key + "'");
      }
    }
    return list;
  }

  private static PagePart reorder(PagePart.ShownItems list, List<String> keys) {
    Map<String, PagePart.Instance> after = new LinkedHashMap<>();
    for (String key : keys) {
      PagePart.Instance item = list.shown().remove(key);
      item = item == null ? list.parked().remove(key) : item;
      if (item == null) {
        throw new Misfit("the list has no item '" + key + "'");
      }
      after.put(key, item);
    }
    list.parked().putAll(list.shown());
    return new PagePart.ShownItems(list.template(), list.limit(), after, list.parked());
  }

  private PagePart part(Content content) {
    if (content instanceof Content.Node node) {
      return item(template(node.template()), node.values());
    }
    if (content instanceof Content.Items items) {
      PagePart.ShownItems list =
          new PagePart.ShownItems(
              template(items.template()),
              items.limit(),
              new LinkedHashMap<>(),
              new LinkedHashMap<>());
      return append(list, items.entries());
    }
    return new PagePart.Leaf(content);
  }

  private PagePart.Instance item(Template template, List<Content> values) {
    if (values.size() != template.slotCount()) {
      throw new Misfit(values.size() + " values for " + template.slotCount() + " slots");
    }
    List<PagePart> parts = new ArrayList<>(values.size());
    for (int slot = 0; slot < values.size(); slot++) {
      PagePart part = part(values.get(slot));
      requireTextOnly(template, slot, part);
      parts.add(part);
    }
    return new PagePart.Instance(template, parts);
  }

  private Template template(int number) {
    if (number >= templates.size()) {
      throw new Misfit("there is no template " + number);
    }
    return templates.get(number);
  }

  private static PagePart.ShownItems copy(PagePart.ShownItems list) {
    return new PagePart.ShownItems(
        list.template(),
        list.limit(),
        new LinkedHashMap<>(list.shown()),
        new LinkedHashMap<>(list.parked()));
  }

  private static PagePart.Instance node(PagePart part) {
    if (part instanceof PagePart.Instance node) {
      return node;
    }
    throw new Misfit("there is no template here");
  }

  private static PagePart.ShownItems items(PagePart part) {
    if (part instanceof PagePart.ShownItems list) {
      return list;
    }
    throw new Misfit("there is no list here");
  }

  private static void requireSlot(Template template, int slot) {
    if (slot >= template.slotCount()) {
      throw new Misfit("there is no slot " + slot + ", only " + template.slotCount());
    }
  }

  private static void requireTextOnly(Template template, int slot, PagePart part) {
    boolean text = part instanceof PagePart.Leaf leaf && leaf.content() instanceof Text;
    if (template.takesTextOnly(slot) && !text) {
      throw new Misfit("slot " + slot + " takes text only");
    }
  }

  private static void requireNew(PagePart.ShownItems list, String key) {
    if (list.shown().containsKey(key) || list.parked().containsKey(key)) {
      throw new Misfit("the list has an item '" + key + "' already");
    }
  }

  private static void requireShown(PagePart.ShownItems list, String key) {
    if (!list.shown().containsKey(key)) {
      throw new Misfit("the list shows no item '" + key + "'");
    }
  }
}
