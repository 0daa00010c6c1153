package dev.lightspeed.harness.workload;

import java.nio.charset.StandardCharsets;

/** What the server sends back for one event: the encoded bytes of one patch. Immutable. */
public final class Frame {

  private final byte[] bytes;
  private final int patchOps;

  private Frame(byte[] bytes, int patchOps) {
    this.bytes = bytes;
    this.patchOps = patchOps;
  }

  /**
   * A frame over {@code bytes}, which are handed over and not copied: the caller must not change
   * them afterwards.
   *
   * @param bytes the frame as it goes over the wire, before any compression of the transport
   * @param patchOps the number of patch operations in it, at least 0
   * @throws IllegalArgumentException if {@code patchOps} is negative
   */
  public static Frame of(byte[] bytes, int patchOps) {
    if (patchOps < 0) {
      throw new IllegalArgumentException("patchOps: " + patchOps + " is out of range, at least 0");
    }
    return new Frame(bytes, patchOps);
  }

  /**
   * A frame of text, sent as UTF-8.
   *
   * @param patchOps the number of patch operations in it, at least 0
   * @throws IllegalArgumentException if {@code patchOps} is negative
   */
  public static Frame of(String text, int patchOps) {
    return of(text.getBytes(StandardCharsets.UTF_8), patchOps);
  }

  /** The frame's bytes, not a copy: for reading only. */
  public byte[] bytes() {
    return bytes;
  }

  /** The length of the frame in bytes. */
  public int payloadBytes() {
    return bytes.length;
  }

  /** The number of patch operations in the frame. */
  public int patchOps() {
    return patchOps;
  }
}
