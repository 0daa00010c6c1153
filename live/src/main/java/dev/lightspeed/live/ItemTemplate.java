package dev.lightspeed.live;

import java.util.function.Function;

/**
 * How the items of a list are shown: the template of one, its key, and its values. A constant of
 * the view; neither function may look at anything but the item, because the differ calls them again
 * for an item that was sent before.
 *
 * @param <T> an immutable item
 */
public final class ItemTemplate<T> {

  private final Template template;
  private final Function<? super T, String> key;
  private final Function<? super T, Rendered> view;

  private ItemTemplate(
      Template template, Function<? super T, String> key, Function<? super T, Rendered> view) {
    this.template = template;
    this.key = key;
    this.view = view;
  }

  /**
   * Items shown by {@code template}.
   *
   * @param key names an item among its siblings, not empty; two items of one list never share a
   *     key: the differ notices that only among the items that it has to place, the browser refuses
   *     the frame in any case
   * @param view renders {@code template} with the values of an item
   */
  public static <T> ItemTemplate<T> of(
      Template template, Function<? super T, String> key, Function<? super T, Rendered> view) {
    return new ItemTemplate<>(template, key, view);
  }

  /** The template that every item is shown by. */
  public Template template() {
    return template;
  }

  String key(T item) {
    String name = key.apply(item);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("list: an item has an empty key: " + item);
    }
    return name;
  }

  Rendered render(T item) {
    Rendered rendered = view.apply(item);
    if (!template.isSame(rendered.template())) {
      throw new IllegalArgumentException(
          "list: an item was rendered with another template than its list's");
    }
    return rendered;
  }
}
