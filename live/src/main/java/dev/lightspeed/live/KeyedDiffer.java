package dev.lightspeed.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares two states of a keyed list. What stands alike at both ends is skipped; in between, the
 * longest run of items that kept their order stays (a longest increasing subsequence), and the rest
 * is removed, parked, inserted or moved. Where naming the whole order takes fewer bytes than the
 * single moves, it is named.
 */
final class KeyedDiffer<T> {

  /** In {@link #origin}: the browser has not got the item. */
  private static final int NEW = -1;

  /** In {@link #origin}: the browser has parked the item at index {@code PARKED - origin}. */
  private static final int PARKED = -2;

  /** Bytes of an operation that places one item, but for its keys. */
  private static final int PLACE_BYTES = 5;

  private final Differ.Walk walk;
  private final Target target;
  private final ItemTemplate<T> item;
  private final Keyed<T> before;
  private final Keyed<T> after;
  private final List<T> old;
  private final List<T> next;
  private final List<T> gone = new ArrayList<>(0);
  private final List<T> parking = new ArrayList<>(0);
  private int start;
  private int oldEnd;
  private int nextEnd;

  /** For each item between start and nextEnd where it comes from: an index in old, or a mark. */
  private int[] origin = new int[0];

  private boolean[] stays = new boolean[0];

  KeyedDiffer(Differ.Walk walk, Target target, Keyed<T> before, Keyed<T> after) {
    this.walk = walk;
    this.target = target;
    this.item = before.item();
    this.before = before;
    this.after = after;
    this.old = before.shown();
    this.next = after.shown();
  }

  /** Emits the operations; returns the list as the browser has it after them. */
  Keyed<T> diff() {
    if (old != next || walk.mayBeTyped(item.template())) {
      skipCommonEnds();
      findOrigins();
    }
    List<T> parked = parkedAfter();
    emitRemovals();
    emitPlacements();
    emitChangesBetweenEnds();
    return after.withParked(parked);
  }

  private void skipCommonEnds() {
    oldEnd = old.size();
    nextEnd = next.size();
    int common = Math.min(oldEnd, nextEnd);
    while (start < common && same(old.get(start), next.get(start))) {
      change(old.get(start), next.get(start));
      start++;
    }
    while (oldEnd > start && nextEnd > start && same(old.get(oldEnd - 1), next.get(nextEnd - 1))) {
      oldEnd--;
      nextEnd--;
      change(old.get(oldEnd), next.get(nextEnd));
    }
  }

  private boolean same(T one, T other) {
    return one == other || item.key(one).equals(item.key(other));
  }

  /** Emits what changed in an item that the browser has. */
  private void change(T from, T to) {
    if (from != to || walk.mayBeTyped(item.template())) {
      String key = item.key(to);
      walk.node(target.item(key), key, item.render(from), item.render(to));
    }
  }

  /** Finds where each item comes from, and which of the old ones are shown no longer. */
  private void findOrigins() {
    origin = new int[nextEnd - start];
    stays = new boolean[nextEnd - start];
    Arrays.fill(origin, NEW);
    KeyIndex index = KeyIndex.of(item, next, start, nextEnd);
    Population population = new Population();
    for (int i = start; i < oldEnd; i++) {
      T each = old.get(i);
      int at = index.find(item.key(each));
      if (at >= 0) {
        origin[at - start] = i;
      } else {
        (population.has(each) ? parking : gone).add(each);
      }
    }
    List<T> parked = before.parked();
    for (int i = 0; origin.length > 0 && i < parked.size(); i++) {
      int at = index.find(item.key(parked.get(i)));
      if (at >= 0) {
        origin[at - start] = PARKED - i;
      }
    }
    markLongestRun();
  }

  /** Marks as staying a longest run of items whose old positions rise. */
  private void markLongestRun() {
    int[] tails = new int[origin.length];
    int[] previous = new int[origin.length];
    int length = 0;
    for (int i = 0; i < origin.length; i++) {
      if (origin[i] < 0) {
        continue;
      }
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (origin[tails[middle]] < origin[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : tails[low - 1];
      tails[low] = i;
      length = Math.max(length, low + 1);
    }
    for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
      stays[i] = true;
    }
  }

  /**
   * What the browser has parked after the operations, in the population's order where it can be.
   */
  private List<T> parkedAfter() {
    List<T> parked = before.parked();
    boolean returns = false;
    for (int from : origin) {
      returns |= from <= PARKED;
    }
    boolean mayDrop = !parked.isEmpty() && before.population() != after.population();
    if (!returns && !mayDrop && parking.isEmpty()) {
      return parked;
    }
    boolean[] returned = new boolean[parked.size()];
    for (int from : origin) {
      if (from <= PARKED) {
        returned[PARKED - from] = true;
      }
    }
    List<T> remaining = new ArrayList<>(parked.size() + parking.size());
    Population population = new Population();
    for (int i = 0; i < returned.length; i++) {
      if (!returned[i]) {
        T each = parked.get(i);
        (population.has(each) ? remaining : gone).add(each);
      }
    }
    boolean unchanged = parking.isEmpty() && remaining.size() == parked.size();
    remaining.addAll(parking);
    return unchanged ? parked : List.copyOf(population.inOrder(remaining));
  }

  private void emitRemovals() {
    if (!gone.isEmpty()) {
      walk.add(new PatchOp.RemoveKeyed(target, keys(gone), false));
    }
  }

  private void emitPlacements() {
    if (orderIsShorter()) {
      List<T> created = new ArrayList<>();
      for (int i = 0; i < origin.length; i++) {
        if (origin[i] == NEW) {
          created.add(next.get(start + i));
        }
      }
      if (!created.isEmpty()) {
        walk.add(new PatchOp.Append(target, walk.contents().entries(item, created)));
      }
      walk.add(new PatchOp.ReorderKeyed(target, keys(next)));
      return;
    }
    emitParking();
    for (int i = origin.length - 1; i >= 0; i--) {
      if (!stays[i]) {
        i = place(i);
      }
    }
  }

  private void emitParking() {
    if (!parking.isEmpty()) {
      walk.add(new PatchOp.RemoveKeyed(target, keys(parking), true));
    }
  }

  /** Places item {@code i}, and those before it that go with it; returns the first placed. */
  private int place(int i) {
    int at = start + i;
    boolean last = at == next.size() - 1;
    if (origin[i] == NEW) {
      int first = i;
      while (first > 0 && origin[first - 1] == NEW) {
        first--;
      }
      if (last || (start == 0 && first == 0)) {
        List<Content.Entry> run =
            walk.contents().entries(item, next.subList(start + first, at + 1));
        walk.add(last ? new PatchOp.Append(target, run) : new PatchOp.Prepend(target, run));
        return first;
      }
      Content.Entry entry = walk.contents().entry(item, next.get(at));
      walk.add(new PatchOp.UpsertKeyed(target, keyAfter(at), entry.key(), entry.values()));
    } else {
      String key = item.key(next.get(at));
      String anchor = last ? null : keyAfter(at);
      walk.add(new PatchOp.UpsertKeyed(target, anchor, key, null));
    }
    return i;
  }

  private String keyAfter(int at) {
    return item.key(next.get(at + 1));
  }

  private boolean orderIsShorter() {
    int placed = 0;
    int moves = 0;
    for (int i = 0; i < origin.length; i++) {
      if (!stays[i] && origin[i] != NEW) {
        placed++;
        String key = item.key(next.get(start + i));
        int at = start + i + 1;
        int anchor = at < next.size() ? item.key(next.get(at)).length() : 0;
        moves += PLACE_BYTES + key.length() + anchor;
      }
    }
    if (placed == 0 && parking.isEmpty()) {
      return false;
    }
    for (T each : parking) {
      moves += 1 + item.key(each).length();
    }
    int order = PLACE_BYTES;
    for (int i = 0; i < next.size() && order < moves; i++) {
      order += 1 + item.key(next.get(i)).length();
    }
    return order < moves;
  }

  private void emitChangesBetweenEnds() {
    for (int i = 0; i < origin.length; i++) {
      T to = next.get(start + i);
      if (origin[i] >= 0) {
        change(old.get(origin[i]), to);
      } else if (origin[i] <= PARKED) {
        change(before.parked().get(PARKED - origin[i]), to);
      }
    }
  }

  private List<String> keys(List<T> items) {
    String[] keys = new String[items.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = item.key(items.get(i));
    }
    return Arrays.asList(keys);
  }

  /**
   * The items that may be shown again. Usually asked in its own order for items that are in it as
   * the same objects: a walk finds those, and an index is made for the rest.
   */
  private final class Population {

    private final List<T> items = after.population();
    private int position;
    private KeyIndex index = KeyIndex.of(item, List.of(), 0, 0);
    private boolean indexed;

    boolean has(T each) {
      return find(each) >= 0;
    }

    private int find(T each) {
      if (items.isEmpty()) {
        return -1;
      }
      int from = position;
      while (from < items.size() && items.get(from) != each) {
        from++;
      }
      if (from < items.size()) {
        position = from + 1;
        return from;
      }
      if (!indexed) {
        index = KeyIndex.of(item, items, 0, items.size());
        indexed = true;
      }
      return index.find(item.key(each));
    }

    /** The given items, all of them in the population, in its order. */
    List<T> inOrder(List<T> given) {
      position = 0;
      long[] order = new long[given.size()];
      for (int i = 0; i < order.length; i++) {
        order[i] = ((long) find(given.get(i)) << 32) | i;
      }
      Arrays.sort(order);
      List<T> ordered = new ArrayList<>(order.length);
      for (long each : order) {
        ordered.add(given.get((int) each));
      }
      return ordered;
    }
  }
}
