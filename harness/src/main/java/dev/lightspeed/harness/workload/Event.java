package dev.lightspeed.harness.workload;

/**
 * One user action or server tick, as a browser would send it.
 *
 * @param name what happened, such as {@code update}
 * @param params its parameters, in the order in which they are sent
 */
public record Event(String name, Params params) {

  /** An event without parameters. */
  public static Event of(String name) {
    return new Event(name, Params.EMPTY);
  }

  /** An event whose parameters are the strings {@code name, value, name, value, …}. */
  public static Event of(String name, String... namesAndValues) {
    return new Event(name, Params.of(namesAndValues));
  }
}
