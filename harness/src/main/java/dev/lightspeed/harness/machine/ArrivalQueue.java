package dev.lightspeed.harness.machine;

import java.util.Arrays;

/**
 * The next arrival of every session, handed out by (time, session).
 *
 * <p>A window of virtual time is cut into buckets of equal width, about as many as there are
 * sessions, and the sessions that arrive in a bucket are linked. The bucket being emptied is a
 * small binary heap. When the window is used up every arrival lies beyond it, so the sessions are
 * scanned in order and the next window is laid over the earliest of them, wide enough for at least
 * half of them (Markov's inequality: less than half lie beyond twice the average distance).
 *
 * <p>So an arrival costs a few steps wherever arrivals are spread, and one of a heap where they
 * crowd, at the worst. Arrivals must never be earlier than the one handed out last. The idea is the
 * calendar queue's (Brown, 1988) with the ladder queue's (Tang, Goh and Thng, 2005) windows. The
 * numbers of buckets and averages are choices, not optima: other ones give the same order.
 */
final class ArrivalQueue {

  /** Bytes of heap for each session, at most: its own, its buckets', and a heap that grows. */
  static final int BYTES_PER_SESSION = 16 + 8 + 16;

  /** The most sessions that fit into one array. */
  static final int MAX_SESSIONS = 1_000_000_000;

  private static final long NEVER = Long.MAX_VALUE;
  private static final int MIN_BUCKETS = 16;
  private static final int SPAN_IN_AVERAGES = 4;

  private final int sessionCount;
  private final int sessionBits;

  /** Two for each session: arrival in ns or NEVER, and event << 32 | next of the bucket + 1. */
  private final long[] sessions;

  /** The first session of each bucket + 1, or 0. */
  private final int[] buckets;

  /** The bucket of all that comes after the window, which is never opened. */
  private final int beyond;

  private long windowStartNs;
  private int widthBits;

  /** The open bucket, as a heap with the least first: time since its start, then session. */
  private long[] heap = new long[64];

  private int heapSize;
  private int bucket;
  private long bucketStartNs;

  private long timeNs;

  /** A queue of {@code sessionCount} sessions, none of which has an arrival yet. */
  ArrivalQueue(int sessionCount) {
    this.sessionCount = sessionCount;
    this.sessionBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(sessionCount - 1));
    this.sessions = new long[2 * sessionCount];
    this.buckets = new int[Math.max(MIN_BUCKETS, 1 << sessionBits) + 1];
    this.beyond = buckets.length - 1;
    this.bucket = beyond + 1;
    // Before the first window, every time lies beyond it.
    this.windowStartNs = Long.MIN_VALUE;
    this.widthBits = 1;
    for (int session = 0; session < sessionCount; session++) {
      sessions[2 * session] = NEVER;
    }
  }

  /** Puts {@code session}, which has no arrival, in with its event {@code event} at {@code ns}. */
  void add(int session, int event, long ns) {
    int at = (int) Math.min((ns - windowStartNs) >>> widthBits, beyond);
    sessions[2 * session] = ns;
    if (at == bucket) {
      sessions[2 * session + 1] = (long) event << 32;
      push(((ns - bucketStartNs) << sessionBits) | session);
    } else {
      sessions[2 * session + 1] = ((long) event << 32) | buckets[at];
      buckets[at] = session + 1;
    }
  }

  /** Takes the earliest arrival out: its session, or -1 if there is none. */
  int poll() {
    if (heapSize == 0 && !openNextBucket()) {
      return -1;
    }
    long key = pop();
    int session = (int) (key & ((1L << sessionBits) - 1));
    timeNs = bucketStartNs + (key >>> sessionBits);
    sessions[2 * session] = NEVER;
    return session;
  }

  /** When the arrival taken out last was, in ns. */
  long timeNs() {
    return timeNs;
  }

  /** The event of {@code session} that was taken out last. */
  int event(int session) {
    return (int) (sessions[2 * session + 1] >>> 32);
  }

  private boolean openNextBucket() {
    do {
      while (++bucket < beyond) {
        if (buckets[bucket] != 0) {
          bucketStartNs = windowStartNs + ((long) bucket << widthBits);
          fillHeap();
          return true;
        }
      }
    } while (layWindow());
    return false;
  }

  private void fillHeap() {
    int next = buckets[bucket];
    buckets[bucket] = 0;
    do {
      int session = next - 1;
      push(((sessions[2 * session] - bucketStartNs) << sessionBits) | session);
      next = (int) sessions[2 * session + 1];
    } while (next != 0);
  }

  /** Lays the next window over the earliest arrivals; false if there are none. */
  private boolean layWindow() {
    long first = NEVER;
    long count = 0;
    long sum = 0;
    for (int session = 0; session < sessionCount; session++) {
      long ns = sessions[2 * session];
      if (ns != NEVER) {
        first = Math.min(first, ns);
        count++;
        sum += (ns - timeNs) >>> sessionBits;
      }
    }
    if (count == 0) {
      return false;
    }
    long average = ((sum / count) << sessionBits) - (first - timeNs);
    windowStartNs = first;
    widthBits = widthBits(Math.max(0, average) + (1L << sessionBits));
    bucket = -1;
    buckets[beyond] = 0;
    for (int session = 0; session < sessionCount; session++) {
      long ns = sessions[2 * session];
      if (ns != NEVER) {
        add(session, (int) (sessions[2 * session + 1] >>> 32), ns);
      }
    }
    return true;
  }

  /** The least width, as a power of two, with which the buckets span some averages. */
  private int widthBits(long averageNs) {
    long spanNs =
        averageNs > Long.MAX_VALUE / SPAN_IN_AVERAGES
            ? Long.MAX_VALUE
            : averageNs * SPAN_IN_AVERAGES;
    // Together with the bits of a session they are at most 63, since there are as many buckets.
    int spanBits = 64 - Long.numberOfLeadingZeros(spanNs);
    return Math.max(0, spanBits - Integer.numberOfTrailingZeros(beyond));
  }

  private void push(long key) {
    if (heapSize == heap.length) {
      heap = Arrays.copyOf(heap, Math.min(2 * heap.length, sessionCount));
    }
    int child = heapSize++;
    while (child > 0) {
      int parent = (child - 1) >>> 1;
      if (heap[parent] <= key) {
        break;
      }
      heap[child] = heap[parent];
      child = parent;
    }
    heap[child] = key;
  }

  /** The hole at the top sinks along the lesser children until the last key fits. */
  private long pop() {
    long top = heap[0];
    long last = heap[--heapSize];
    int parent = 0;
    int child = 1;
    while (child < heapSize) {
      if (child + 1 < heapSize && heap[child + 1] < heap[child]) {
        child++;
      }
      if (last <= heap[child]) {
        break;
      }
      heap[parent] = heap[child];
      parent = child;
      child = 2 * parent + 1;
    }
    heap[parent] = last;
    return top;
  }
}
