package dev.lightspeed.meter.layout;

import java.util.Arrays;

/**
 * Objects in the order in which they were added, each once, told apart by identity. Made to be
 * filled and emptied many times: a slot of the hash table carries the epoch in which it was filled,
 * so emptying does not touch the table, and nothing is allocated once it has grown.
 */
final class IdentitySet {

  private static final int FIRST_CAPACITY = 512;

  private Object[] elements = new Object[FIRST_CAPACITY];
  private int size;

  /** Twice as many as elements; epoch in the upper half, index of the element in the lower. */
  private long[] slots = new long[2 * FIRST_CAPACITY];

  private int epoch = 1;

  /** Number of elements, at least 0. */
  int size() {
    return size;
  }

  /** The element that was added as number {@code index}, from 0. */
  Object get(int index) {
    return elements[index];
  }

  /** Adds {@code element} unless it is there already; whether it was not. */
  boolean add(Object element) {
    int mask = slots.length - 1;
    int at = System.identityHashCode(element) & mask;
    while (true) {
      long slot = slots[at];
      if ((int) (slot >>> 32) != epoch) {
        break;
      }
      if (elements[(int) slot] == element) {
        return false;
      }
      at = (at + 1) & mask;
    }
    slots[at] = (long) epoch << 32 | size;
    elements[size++] = element;
    if (size == elements.length) {
      grow();
    }
    return true;
  }

  /** Removes all and forgets them, so that nothing is kept alive. */
  void clear() {
    Arrays.fill(elements, 0, size, null);
    size = 0;
    if (++epoch == 0) {
      Arrays.fill(slots, 0);
      epoch = 1;
    }
  }

  private void grow() {
    elements = Arrays.copyOf(elements, 2 * elements.length);
    slots = new long[2 * elements.length];
    int mask = slots.length - 1;
    for (int index = 0; index < size; index++) {
      int at = System.identityHashCode(elements[index]) & mask;
      while (slots[at] != 0) {
        at = (at + 1) & mask;
      }
      slots[at] = (long) epoch << 32 | index;
    }
  }
}
