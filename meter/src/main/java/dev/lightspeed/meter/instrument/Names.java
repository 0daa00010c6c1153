package dev.lightspeed.meter.instrument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for names, dense from 0; never forgotten, the same for equal names. What a class file may
 * call a method and no file can hold, half a surrogate pair, is escaped: {@code \\ud800}.
 */
public final class Names {

  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();

  /** The number of {@code name}. */
  synchronized int number(String name) {
    Integer known = numbers.putIfAbsent(name, names.size());
    if (known != null) {
      return known;
    }
    names.add(wellFormed(name));
    return names.size() - 1;
  }

  /** The name with {@code number}, in well-formed Unicode. */
  public synchronized String name(int number) {
    return names.get(number);
  }

  private static String wellFormed(String name) {
    StringBuilder text = new StringBuilder(name.length());
    for (int at = 0; at < name.length(); ) {
      int character = name.codePointAt(at);
      if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
        text.append("\\u").append(Integer.toHexString(character));
      } else {
        text.appendCodePoint(character);
      }
      at += Character.charCount(character);
    }
    return text.toString();
  }
}
