package dev.lightspeed.harness.workload;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an event: names with strings, or with lists of further parameters, in the order
 * in which a browser sends them. Immutable. Names are few, so a look-up is a scan.
 */
public final class Params {

  /** No parameters. */
  public static final Params EMPTY = new Params(new Object[0]);

  /** Name, value, name, value, …; a value is a {@code String} or a {@code List<Params>}. */
  private final Object[] entries;

  private Params(Object[] entries) {
    this.entries = entries;
  }

  /**
   * Parameters that are all strings: {@code name, value, name, value, …}.
   *
   * @throws IllegalArgumentException if a name has no value
   */
  public static Params of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "params: the name '" + namesAndValues[namesAndValues.length - 1] + "' has no value");
    }
    return new Params(Arrays.copyOf(namesAndValues, namesAndValues.length, Object[].class));
  }

  /** These parameters with one more at the end, a list of further parameters. */
  public Params with(String name, List<Params> items) {
    Object[] more = Arrays.copyOf(entries, entries.length + 2);
    more[entries.length] = name;
    more[entries.length + 1] = List.copyOf(items);
    return new Params(more);
  }

  /**
   * The string named {@code name}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public String get(String name) {
    if (find(name) instanceof String value) {
      return value;
    }
    throw new IllegalArgumentException("params: no string named '" + name + "' in " + this);
  }

  /** The number of parameters; those that share a name are counted one by one. */
  public int size() {
    return entries.length / 2;
  }

  /** Whether there is a parameter named {@code name}. */
  public boolean has(String name) {
    return find(name) != null;
  }

  /**
   * The list named {@code name}.
   *
   * @throws IllegalArgumentException if there is none
   */
  @SuppressWarnings("unchecked") // only with(String, List<Params>) puts a list there
  public List<Params> items(String name) {
    if (find(name) instanceof List<?> items) {
      return (List<Params>) items;
    }
    throw new IllegalArgumentException("params: no list named '" + name + "' in " + this);
  }

  /** Calls one of the two for each parameter, in order. */
  @SuppressWarnings("unchecked") // only with(String, List<Params>) puts a list there
  public void forEach(
      BiConsumer<String, String> onString, BiConsumer<String, List<Params>> onItems) {
    for (int i = 0; i < entries.length; i += 2) {
      String name = (String) entries[i];
      if (entries[i + 1] instanceof String value) {
        onString.accept(name, value);
      } else {
        onItems.accept(name, (List<Params>) entries[i + 1]);
      }
    }
  }

  /** The same parameters as a server has them from the wire: they share no string with these. */
  public Params asReceived() {
    Object[] received = new Object[entries.length];
    for (int i = 0; i < entries.length; i++) {
      received[i] = entries[i] instanceof String text ? new String(text) : received(entries[i]);
    }
    return new Params(received);
  }

  private static List<Params> received(Object items) {
    return ((List<?>) items).stream().map(item -> ((Params) item).asReceived()).toList();
  }

  private @Nullable Object find(String name) {
    for (int i = 0; i < entries.length; i += 2) {
      if (entries[i].equals(name)) {
        return entries[i + 1];
      }
    }
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Params params && Arrays.equals(entries, params.entries);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(entries);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < entries.length; i += 2) {
      text.append(i == 0 ? "" : ", ").append(entries[i]).append('=').append(entries[i + 1]);
    }
    return text.append('}').toString();
  }
}
