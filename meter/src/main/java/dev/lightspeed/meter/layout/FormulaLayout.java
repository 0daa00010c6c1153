package dev.lightspeed.meter.layout;

import java.util.Map;

/** JDK types: by their formula. */
final class FormulaLayout extends Layout {

  private final Formula formula;

  FormulaLayout(Formula formula) {
    super(formula.fixedBytes(), formula.content() == null);
    this.formula = formula;
  }

  @Override
  long bytes(Object object) {
    return formula.bytes().applyAsLong(object);
  }

  @Override
  void walk(Object object, ReferenceSink out) {
    if (formula.content() != null) {
      formula.content().accept(object, out);
    }
  }

  @Override
  String edge(Object object, int index) {
    String name = FieldLayout.simpleName(object.getClass());
    if (object instanceof Map<?, ?> map && index < 2 * map.size()) {
      return name + (index % 2 == 0 ? "[key]" : "[value]");
    }
    return name + "[" + index + "]";
  }
}
