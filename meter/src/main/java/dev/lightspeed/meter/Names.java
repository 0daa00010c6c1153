package dev.lightspeed.meter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers for names, dense from 0; never forgotten, the same for equal names. */
final class Names {

  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();

  /** The number of {@code name}. */
  synchronized int number(String name) {
    Integer known = numbers.putIfAbsent(name, names.size());
    if (known != null) {
      return known;
    }
    names.add(name);
    return names.size() - 1;
  }

  /** The name with {@code number}. */
  synchronized String name(int number) {
    return names.get(number);
  }
}
