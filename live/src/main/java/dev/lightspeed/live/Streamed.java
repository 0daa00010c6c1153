package dev.lightspeed.live;

import java.util.List;

/**
 * A list that the server forgets once it is sent: a value of this type says what to do to the list
 * that the browser keeps. The browser keeps at most {@code limit} items and drops the rest from the
 * end opposite to where items were added; of a stream that is mounted with more, it keeps the last.
 *
 * <p>Operations reach the browser in this order: remove, replace, prepend, append. A stream belongs
 * to a page or to a template nested in it, not into the items of a list, which are rendered again
 * to be compared.
 *
 * @param <T> an immutable item
 */
public final class Streamed<T> implements Dynamic {

  private final ItemTemplate<T> item;
  private final int limit;
  private final List<T> appended;
  private final List<T> prepended;
  private final List<T> replaced;
  private final List<String> removed;

  private Streamed(
      ItemTemplate<T> item,
      int limit,
      List<T> appended,
      List<T> prepended,
      List<T> replaced,
      List<String> removed) {
    this.item = item;
    this.limit = limit;
    this.appended = appended;
    this.prepended = prepended;
    this.replaced = replaced;
    this.removed = removed;
  }

  /**
   * A stream to which nothing happens.
   *
   * @param limit how many items the browser keeps, at least 1
   * @throws IllegalArgumentException if the limit is out of range
   */
  public static <T> Streamed<T> of(ItemTemplate<T> item, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("stream limit: " + limit + " is out of range, at least 1");
    }
    return new Streamed<>(item, limit, List.of(), List.of(), List.of(), List.of());
  }

  /** This, with {@code items}, an immutable list, added at the end. */
  public Streamed<T> append(List<T> items) {
    return new Streamed<>(item, limit, items, prepended, replaced, removed);
  }

  /** This, with {@code items}, an immutable list, added at the start, in their order. */
  public Streamed<T> prepend(List<T> items) {
    return new Streamed<>(item, limit, appended, items, replaced, removed);
  }

  /** This, with each of {@code items} in the place of the one of its key, or at the end. */
  public Streamed<T> replace(List<T> items) {
    return new Streamed<>(item, limit, appended, prepended, items, removed);
  }

  /** This, without the items of these keys. */
  public Streamed<T> remove(List<String> keys) {
    return new Streamed<>(item, limit, appended, prepended, replaced, keys);
  }

  /** How an item is shown. */
  public ItemTemplate<T> item() {
    return item;
  }

  /** How many items the browser keeps. */
  public int limit() {
    return limit;
  }

  List<T> appended() {
    return appended;
  }

  List<T> prepended() {
    return prepended;
  }

  List<T> replaced() {
    return replaced;
  }

  List<String> removed() {
    return removed;
  }

  /** What the server keeps of this once it is sent: nothing that happened. */
  Streamed<T> forgotten() {
    boolean quiet =
        appended.isEmpty() && prepended.isEmpty() && replaced.isEmpty() && removed.isEmpty();
    return quiet ? this : of(item, limit);
  }
}
