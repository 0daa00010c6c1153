package dev.lightspeed.live;

import java.util.List;

/** What goes over the wire into a slot, with templates by their number. Immutable. */
public sealed interface Content permits Text, TrustedHtml, Content.Node, Content.Items {

  /**
   * A template with the content of its slots.
   *
   * @param template its number in the view's {@link TemplateSet}
   * @param values the content of each slot, by number
   */
  record Node(int template, List<Content> values) implements Content {

    /** Copies the values. */
    public Node {
      values = List.copyOf(values);
    }
  }

  /**
   * A list with all its items.
   *
   * @param template the number of the items' template
   * @param limit how many items the browser keeps, 0 for all
   * @param entries the items in order
   */
  record Items(int template, int limit, List<Entry> entries) implements Content {

    /** Copies the entries. */
    public Items {
      entries = List.copyOf(entries);
    }
  }

  /**
   * One item of a list.
   *
   * @param key its key among its siblings
   * @param values the content of each slot of the list's item template, by number
   */
  record Entry(String key, List<Content> values) {

    /** Copies the values. */
    public Entry {
      values = List.copyOf(values);
    }
  }
}
