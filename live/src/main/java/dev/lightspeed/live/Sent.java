package dev.lightspeed.live;

/** What the server keeps of a value that it has sent whole: streams are forgotten. */
final class Sent {

  private Sent() {}

  static Dynamic of(Dynamic value) {
    if (value instanceof Streamed<?> stream) {
      return stream.forgotten();
    }
    if (value instanceof Rendered node) {
      Rendered sent = node;
      for (int slot = 0; slot < node.size(); slot++) {
        sent = sent.with(slot, of(node.value(slot)));
      }
      return sent;
    }
    return value;
  }
}
