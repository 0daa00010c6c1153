package dev.lightspeed.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was last sent with what a view shows now, slot by slot, and says what the browser
 * has to do. Nothing that is the same object on both sides is looked at.
 */
public final class Differ {

  private final TemplateSet templates;

  private Differ(TemplateSet templates) {
    this.templates = templates;
  }

  /** A differ for a view that shows these templates. */
  public static Differ of(TemplateSet templates) {
    return new Differ(templates);
  }

  /**
   * What a differ found.
   *
   * @param patch what to send
   * @param sent what the browser shows once it has applied the patch: the next diff starts from it
   */
  public record Update(Patch patch, Rendered sent) {}

  /** A page for a browser that shows nothing yet. */
  public Update mount(Rendered page) {
    PatchOp whole = new PatchOp.ReplaceSegments(Target.PAGE, contents().of(page));
    return new Update(new Patch(templates.templates(), List.of(whole)), (Rendered) Sent.of(page));
  }

  /** What turns {@code sent} into {@code next}. */
  public Update diff(Rendered sent, Rendered next) {
    return diff(sent, next, null);
  }

  /**
   * What turns {@code sent} into {@code next} in a browser whose user has just typed.
   *
   * @param typed what the browser shows in a form field in place of what was sent, or null
   */
  public Update diff(Rendered sent, Rendered next, @Nullable TypedInput typed) {
    if (!sent.template().isSame(next.template())) {
      Update remounted = mount(next);
      return new Update(new Patch(List.of(), remounted.patch().ops()), remounted.sent());
    }
    Walk walk = new Walk(contents(), typed);
    Rendered nowSent = walk.node(Target.PAGE, "", sent, next);
    return new Update(new Patch(List.of(), walk.ops), nowSent);
  }

  private Contents contents() {
    return new Contents(templates);
  }

  /** One walk over the page; collects operations and gives what is sent after them. */
  static final class Walk {

    private final Contents contents;
    private final @Nullable TypedInput typed;
    private final List<PatchOp> ops = new ArrayList<>(4);

    Walk(Contents contents, @Nullable TypedInput typed) {
      this.contents = contents;
      this.typed = typed;
    }

    Contents contents() {
      return contents;
    }

    void add(PatchOp op) {
      ops.add(op);
    }

    /** Whether items of this template must be looked at even if they are the same object. */
    boolean mayBeTyped(Template template) {
      return typed != null && template.hasInputs();
    }

    /**
     * Compares two renderings of one template.
     *
     * @param key the key of the item that it shows, or nothing
     * @return what is sent once the operations are applied
     */
    Rendered node(Target target, String key, Rendered before, Rendered after) {
      if (before == after && typed == null) {
        return after;
      }
      int typedSlot = typedSlot(key, after);
      List<PatchOp.SlotText> texts = null;
      Rendered sent = after;
      for (int slot = 0; slot < after.size(); slot++) {
        Dynamic old = slot == typedSlot ? new Text(typedValue()) : before.value(slot);
        Dynamic next = after.value(slot);
        if (old instanceof Text oldText && next instanceof Text text) {
          if (!oldText.value().equals(text.value())) {
            texts = texts == null ? new ArrayList<>(after.size()) : texts;
            texts.add(new PatchOp.SlotText(slot, text));
          }
        } else if (old != next || typed != null) {
          sent = sent.with(slot, slot(target.slot(slot), old, next));
        }
      }
      if (texts != null) {
        ops.add(new PatchOp.UpdateSegments(target, texts));
      }
      return sent;
    }

    private String typedValue() {
      return typed == null ? "" : typed.value();
    }

    /** The slot in which the browser shows what the user has typed, or -1. */
    private int typedSlot(String key, Rendered node) {
      if (typed == null) {
        return -1;
      }
      for (Template.InputBinding input : node.template().inputs()) {
        if (input.name(key, node::text).equals(typed.field())) {
          return input.slot();
        }
      }
      return -1;
    }

    /** Compares a slot of which at least one side is more than text. */
    private Dynamic slot(Target target, Dynamic old, Dynamic next) {
      if (old instanceof Rendered before
          && next instanceof Rendered after
          && before.template().isSame(after.template())) {
        return node(target, "", before, after);
      }
      if (old instanceof Keyed<?> before
          && next instanceof Keyed<?> after
          && before.item() == after.item()) {
        return keyed(target, before, after);
      }
      if (old instanceof Streamed<?> before
          && next instanceof Streamed<?> after
          && before.item() == after.item()
          && before.limit() == after.limit()) {
        return streamed(target, after);
      }
      replace(target, old, next);
      return Sent.of(next);
    }

    @SuppressWarnings("unchecked") // both lists have the same item template, so the same item type
    private <T> Keyed<T> keyed(Target target, Keyed<T> before, Keyed<?> after) {
      return new KeyedDiffer<>(this, target, before, (Keyed<T>) after).diff();
    }

    private void replace(Target target, Dynamic old, Dynamic next) {
      if (next instanceof Text text) {
        boolean nothing = text.value().isEmpty();
        ops.add(
            nothing
                ? new PatchOp.Remove(target)
                : new PatchOp.UpdateSegments(
                    parentOf(target), List.of(new PatchOp.SlotText(target.slot(), text))));
      } else if (next instanceof TrustedHtml html) {
        if (!html.equals(old)) {
          ops.add(new PatchOp.Replace(target, html));
        }
      } else {
        ops.add(new PatchOp.ReplaceSegments(target, contents.of(next)));
      }
    }

    private static Target parentOf(Target slot) {
      Target parent = slot.parent();
      return parent == null ? Target.PAGE : parent;
    }

    private <T> Streamed<T> streamed(Target target, Streamed<T> stream) {
      if (!stream.removed().isEmpty()) {
        ops.add(new PatchOp.RemoveKeyed(target, stream.removed(), false));
      }
      for (T item : stream.replaced()) {
        Content.Entry entry = contents.entry(stream.item(), item);
        ops.add(new PatchOp.UpsertKeyed(target, null, entry.key(), entry.values()));
      }
      if (!stream.prepended().isEmpty()) {
        ops.add(new PatchOp.Prepend(target, contents.entries(stream.item(), stream.prepended())));
      }
      if (!stream.appended().isEmpty()) {
        ops.add(new PatchOp.Append(target, contents.entries(stream.item(), stream.appended())));
      }
      return stream.forgotten();
    }
  }
}
