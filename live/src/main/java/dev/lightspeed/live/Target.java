package dev.lightspeed.live;

import org.jspecify.annotations.Nullable;

/**
 * Where on the page a patch operation applies, as the way down from the page: to a slot, and from a
 * slot to what it holds. Written {@code 6:39.2} for slot 2 of the item 39 of the list in slot 6 of
 * the page; the page itself is written as nothing.
 *
 * @param parent the template that the slot belongs to; null for the page itself
 * @param slot the number of the slot, at least 0; -1 for the page itself
 * @param key the item of the list in that slot, or null for the slot, or the template in it
 */
public record Target(@Nullable Target parent, int slot, @Nullable String key) {

  /** The page. */
  public static final Target PAGE = new Target(null, -1, null);

  /** A slot of the template here. */
  public Target slot(int number) {
    return new Target(this, number, null);
  }

  /** An item of the list here. */
  public Target item(String itemKey) {
    return new Target(parent, slot, itemKey);
  }
}
