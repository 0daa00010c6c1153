package dev.lightspeed.meter.layout;

/** How the objects of one class are sized and what they refer to. */
abstract class Layout {

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
  abstract void walk(Object object, ReferenceSink out);

  /** Names the reference that {@link #walk} hands out as number {@code index}, from 0. */
  abstract String edge(Object object, int index);
}
