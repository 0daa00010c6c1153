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

  /** The same event as a server has it from the wire: it shares no string with this one. */
  public Event asReceived() {
    return new Event(new String(name), params.asReceived());
  }
}
