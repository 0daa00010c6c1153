package dev.lightspeed.live;

import java.util.List;

/**
 * A list whose items are known by key. It holds the items themselves, not their HTML: an item is
 * rendered only when it is sent, or when its successor of the same key is another object and the
 * two must be compared. So keep an unchanged item the same object, and a change costs what changed.
 *
 * <p>A list may be given a <em>population</em>: items that may be shown again. One that leaves the
 * list but not the population is parked by the browser and comes back by its key alone, with the
 * slots that have changed since.
 *
 * @param <T> an immutable item
 */
public final class Keyed<T> implements Dynamic {

  private final ItemTemplate<T> item;
  private final List<T> shown;
  private final List<T> population;

  /** What the browser has parked, as it was sent; only in what the differ says was sent. */
  private final List<T> parked;

  private Keyed(ItemTemplate<T> item, List<T> shown, List<T> population, List<T> parked) {
    this.item = item;
    this.shown = shown;
    this.population = population;
    this.parked = parked;
  }

  /**
   * A list that shows {@code shown} in its order.
   *
   * @param shown an immutable list, not copied; handing over the same object again says at no cost
   *     that nothing changed
   */
  public static <T> Keyed<T> of(ItemTemplate<T> item, List<T> shown) {
    return new Keyed<>(item, shown, List.of(), List.of());
  }

  /**
   * This list, whose items are parked rather than forgotten when they leave it but are still in
   * {@code population}.
   *
   * @param population an immutable list, not copied
   */
  public Keyed<T> parking(List<T> population) {
    return new Keyed<>(item, shown, population, parked);
  }

  /** How an item is shown. */
  public ItemTemplate<T> item() {
    return item;
  }

  /** The items shown, in order. */
  public List<T> shown() {
    return shown;
  }

  List<T> population() {
    return population;
  }

  List<T> parked() {
    return parked;
  }

  Keyed<T> withParked(List<T> items) {
    return items == parked ? this : new Keyed<>(item, shown, population, items);
  }
}
