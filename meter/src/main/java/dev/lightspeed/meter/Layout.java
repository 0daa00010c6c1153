package dev.lightspeed.meter;

/** How the objects of one class are sized and what they refer to. */
abstract class Layout {

  /** The size of an object header. */
  static final int HEADER = 12;

  /** The size of a reference. */
  static final int REFERENCE = 4;

  /** The size of an array's header, its length included. */
  static final int ARRAY_HEADER = 16;

  /** The size of every object of the class, or -1 where it depends on the object. */
  final long fixedBytes;

  /** Whether the objects refer to nothing that is to be walked. */
  final boolean leaf;

  Layout(long fixedBytes, boolean leaf) {
    this.fixedBytes = fixedBytes;
    this.leaf = leaf;
  }

  /** The size of {@code object} alone, in bytes. */
  abstract long bytes(Object object);

  /** Hands what {@code object} refers to, in a fixed order, to {@code out}; nulls included. */
  abstract void walk(Object object, Sink out);

  /** Names the reference that {@link #walk} hands out as number {@code index}, from 0. */
  abstract String edge(Object object, int index);

  /** Rounds {@code bytes} up to the alignment of objects, 8. */
  static long align(long bytes) {
    return (bytes + 7) & ~7L;
  }

  /** The size of an array of {@code length} elements of {@code elementBytes} each. */
  static long array(long length, int elementBytes) {
    return align(ARRAY_HEADER + length * elementBytes);
  }
}
