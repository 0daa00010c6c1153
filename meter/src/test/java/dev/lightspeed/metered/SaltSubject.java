package dev.lightspeed.metered;

import java.util.Map;
import java.util.Set;

/** Prints immutable collections of each kind in the order in which they are walked. */
public final class SaltSubject {

  private SaltSubject() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    System.out.println(Set.of("a", "b", "c", "d", "e", "f", "g"));
    System.out.println(Map.of("a", 1, "b", 2, "c", 3, "d", 4));
    System.out.println(Set.of("p", "q"));
    System.out.println(Set.copyOf(Set.of("u", "v", "w")));
  }
}
