package dev.lightspeed.live;

import java.util.List;

/**
 * All that turns the page that the browser shows into the new one.
 *
 * @param definitions the templates that the browser is told, by number from 0; only at the mount
 * @param ops what to do, in order
 */
public record Patch(List<Template> definitions, List<PatchOp> ops) {

  /** Copies both lists. */
  public Patch {
    definitions = List.copyOf(definitions);
    ops = List.copyOf(ops);
  }
}
