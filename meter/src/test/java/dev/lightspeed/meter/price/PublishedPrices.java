package dev.lightspeed.meter.price;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.MethodInsnNode;

/** The published table, for tests of what is made of it. */
public final class PublishedPrices {

  private PublishedPrices() {}

  /** Its lines. */
  public static List<String> lines() {
    return PriceTable.text().lines().toList();
  }

  /** Whether all of the price of {@code call} can be measured there, if it has one. */
  public static boolean fits(MethodInsnNode call) {
    @Nullable Price price = PriceTable.INSTANCE.find(call.owner, call.name, call.desc);
    return price == null || price.at(call).equals(price);
  }
}
