package dev.lightspeed.meter.layout;

import java.lang.reflect.Array;

/** Arrays: 16 bytes of header and the elements, rounded up to 8. */
final class ArrayLayout extends Layout {

  private final int elementBytes;

  ArrayLayout(Class<?> component) {
    super(-1, component.isPrimitive());
    elementBytes = PinnedLayout.bytesOf(component);
  }

  @Override
  long bytes(Object array) {
    return PinnedLayout.array(
        leaf ? Array.getLength(array) : ((Object[]) array).length, elementBytes);
  }

  @Override
  void walk(Object array, ReferenceSink out) {
    for (Object element : (Object[]) array) {
      out.accept(element);
    }
  }

  @Override
  String edge(Object array, int index) {
    return array.getClass().getComponentType().getSimpleName() + "[" + index + "]";
  }
}
