package dev.lightspeed.live;

import java.util.List;

/** Finds the position of a key in a list of items: a hash table with open addressing. */
final class KeyIndex {

  private final String[] keys;
  private final int[] positions;

  private KeyIndex(String[] keys, int[] positions) {
    this.keys = keys;
    this.positions = positions;
  }

  /**
   * An index of {@code items} from {@code start} to before {@code end}.
   *
   * @throws IllegalArgumentException if two of them share a key
   */
  static <T> KeyIndex of(ItemTemplate<T> template, List<T> items, int start, int end) {
    int capacity = Integer.highestOneBit(Math.max(end - start, 1)) * 4;
    KeyIndex index = new KeyIndex(new String[capacity], new int[capacity]);
    for (int i = start; i < end; i++) {
      index.put(template.key(items.get(i)), i);
    }
    return index;
  }

  private void put(String key, int position) {
    int at = at(key);
    if (keys[at] != null) {
      throw new IllegalArgumentException("list: two items share the key '" + key + "'");
    }
    keys[at] = key;
    positions[at] = position;
  }

  /** The position of the item of this key, or -1. */
  int find(String key) {
    int at = at(key);
    return keys[at] == null ? -1 : positions[at];
  }

  private int at(String key) {
    int mask = keys.length - 1;
    int hash = key.hashCode() * 0x9E3779B9;
    int at = (hash >>> 16) & mask;
    while (keys[at] != null && !keys[at].equals(key)) {
      at = (at + 1) & mask;
    }
    return at;
  }
}
