package dev.lightspeed.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of a patch, which the browser applies to one target. */
public sealed interface PatchOp {

  /** What it applies to. */
  Target target();

  /** The slot {@code target} now holds this HTML. */
  record Replace(Target target, TrustedHtml html) implements PatchOp {}

  /**
   * At the end of the list {@code target} stand these items too; beyond its limit, the first go.
   */
  record Append(Target target, List<Content.Entry> entries) implements PatchOp {

    /** Copies the entries. */
    public Append {
      entries = List.copyOf(entries);
    }
  }

  /** In front of the list {@code target} stand these items; beyond its limit, the last go. */
  record Prepend(Target target, List<Content.Entry> entries) implements PatchOp {

    /** Copies the entries. */
    public Prepend {
      entries = List.copyOf(entries);
    }
  }

  /** The slot {@code target} now holds nothing. */
  record Remove(Target target) implements PatchOp {}

  /** The slot {@code target}, or the page, now holds another template or another list. */
  record ReplaceSegments(Target target, Content content) implements PatchOp {}

  /** Of the template at {@code target}, these slots now hold these texts. */
  record UpdateSegments(Target target, List<SlotText> texts) implements PatchOp {

    /** Copies the texts. */
    public UpdateSegments {
      texts = List.copyOf(texts);
    }
  }

  /**
   * A slot's new text.
   *
   * @param slot the number of the slot
   * @param text what it now shows
   */
  record SlotText(int slot, Text text) {}

  /**
   * The list {@code target} shows the item {@code key}, in front of the item {@code before}.
   *
   * @param before the key of the item to stand in front of; null to stay in place if the item is
   *     shown and brings values, and else to go to the end
   * @param values the item's new content; null if the browser has it, shown or parked, or if items
   *     have no slots
   */
  record UpsertKeyed(
      Target target, @Nullable String before, String key, @Nullable List<Content> values)
      implements PatchOp {

    /** Copies the values. */
    public UpsertKeyed {
      values = values == null || values.isEmpty() ? null : List.copyOf(values);
    }
  }

  /**
   * The list {@code target} no longer shows these items.
   *
   * @param park whether the browser keeps them to show them again
   */
  record RemoveKeyed(Target target, List<String> keys, boolean park) implements PatchOp {

    /** Copies the keys. */
    public RemoveKeyed {
      keys = List.copyOf(keys);
    }
  }

  /** The list {@code target} shows exactly these items, in this order; others are parked. */
  record ReorderKeyed(Target target, List<String> keys) implements PatchOp {

    /** Copies the keys. */
    public ReorderKeyed {
      keys = List.copyOf(keys);
    }
  }
}
