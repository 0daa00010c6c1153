package dev.lightspeed.meter.instrument;

import dev.lightspeed.meter.price.CostModel;
import dev.lightspeed.meter.price.InstanceSizes;
import dev.lightspeed.meter.price.PriceTable;
import dev.lightspeed.meter.price.Weights;

/**
 * All that instrumenting depends on beside the class file.
 *
 * @param costs what instructions cost
 * @param boot the names of the boot classes that instrumented code calls
 * @param sizes numbers the classes that are instantiated
 * @param frames numbers the methods that are recorded
 */
public record Rules(CostModel costs, BootNames boot, InstanceSizes sizes, Names frames) {

  /** Portable, without attribution, by the tables in use. */
  public static Rules portable(BootNames boot) {
    return new Rules(
        new CostModel(false, false, Weights.INSTANCE, PriceTable.INSTANCE),
        boot,
        new InstanceSizes(PriceTable.INSTANCE),
        new Names());
  }

  /** The same in another mode. */
  public Rules with(boolean countsJdk, boolean attributing) {
    return with(new CostModel(countsJdk, attributing, costs.weights(), costs.prices()));
  }

  /** The same by other costs. */
  public Rules with(CostModel others) {
    return new Rules(others, boot, sizes, frames);
  }

  /** Whether calls are recorded. */
  boolean attributing() {
    return costs.attributing();
  }
}
