package dev.lightspeed.meter.instrument;

import dev.lightspeed.meter.boot.MeterState;
import dev.lightspeed.meter.price.CostModel;
import dev.lightspeed.meter.price.InstanceSizes;
import dev.lightspeed.meter.price.PriceTable;
import dev.lightspeed.meter.price.Weights;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rules by which a person can count: weights that stay as they are when the published ones are
 * fitted anew, and free calls into the JDK.
 */
final class PlainRules {

  private static final Map<String, Integer> WEIGHTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("constant", 1),
              Map.entry("local variable", 1),
              Map.entry("operand stack", 1),
              Map.entry("arithmetic", 1),
              Map.entry("conversion", 1),
              Map.entry("comparison", 1),
              Map.entry("branch", 1),
              Map.entry("return", 1),
              Map.entry("field", 2),
              Map.entry("array element", 2),
              Map.entry("type check", 2),
              Map.entry("switch", 3),
              Map.entry("direct call", 4),
              Map.entry("virtual call", 5),
              Map.entry("interface call", 6),
              Map.entry("division", 8),
              Map.entry("allocation", 10),
              Map.entry("nested allocation", 20),
              Map.entry("monitor", 20),
              Map.entry("throw", 20)));

  /** What the boot classes ask, of which there is one set in a JVM: so all rules share it. */
  private static final InstanceSizes SIZES = new InstanceSizes(PriceTable.FREE);

  private PlainRules() {}

  /** Portable, without attribution. */
  static Rules portable() {
    return with(PriceTable.FREE);
  }

  /** Portable, without attribution; {@code kind} weighs {@code units}. */
  static Rules weighing(String kind, int units) {
    Map<String, Integer> weights = new TreeMap<>(WEIGHTS);
    weights.put(kind, units);
    return with(PriceTable.FREE, Weights.of(weights));
  }

  /** Portable, without attribution, with calls into the JDK at {@code prices}. */
  static Rules with(PriceTable prices) {
    return with(prices, Weights.of(WEIGHTS));
  }

  private static Rules with(PriceTable prices, Weights weights) {
    MeterState.setInstanceSizer(SIZES);
    return new Rules(
        new CostModel(false, false, weights, prices), BootNames.PLAIN, SIZES, new Names());
  }
}
