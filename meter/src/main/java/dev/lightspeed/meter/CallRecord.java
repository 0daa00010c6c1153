package dev.lightspeed.meter;

/**
 * Takes up the work of metering threads, call path by call path, while it is what a thread records
 * to ({@link Meter#record}). One thread at a time.
 */
public final class CallRecord {

  private final String root;

  /** An empty record whose root frame is {@code root}. */
  public CallRecord(String root) {
    this.root = root;
  }

  /** What was recorded so far. */
  public CallTree tree() {
    return new CallTree(root, 0, 0, java.util.List.of());
  }
}
