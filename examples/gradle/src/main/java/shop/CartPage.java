package shop;

import java.util.ArrayDeque;
import java.util.Deque;

/** A cart as one user sees it: what the server keeps of it, and the frames that it sends. */
public final class CartPage {

  private final Deque<Integer> prices = new ArrayDeque<>();
  private int total;

  /** The page as it is shown first. */
  public String mount() {
    return "<ul id=cart></ul><output id=total>0</output>";
  }

  /** Adds an item. */
  public String add(int price) {
    prices.addLast(price);
    total += price;
    return "append #cart <li>" + price + "</li>\ntext #total " + total;
  }

  /** Takes the last item back, if there is one. */
  public String undo() {
    if (prices.isEmpty()) {
      return "";
    }
    total -= prices.removeLast();
    return "remove #cart li:last-child\ntext #total " + total;
  }
}
