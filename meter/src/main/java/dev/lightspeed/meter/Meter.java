package dev.lightspeed.meter;

import dev.lightspeed.meter.agent.AgentJar;
import dev.lightspeed.meter.agent.AgentOptions;
import dev.lightspeed.meter.agent.MeterTransformer;
import dev.lightspeed.meter.boot.MeterState;
import dev.lightspeed.meter.boot.MeteredThread;
import dev.lightspeed.meter.price.Weights;
import java.io.File;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The meter of this JVM: counts the CPU units that metering threads execute and the bytes that they
 * allocate, and can attribute both to call paths. It runs when this jar is a Java agent of the JVM.
 */
public final class Meter {

  private static final Meter INSTANCE = new Meter();

  private Meter() {}

  /** Whether the meter is running in this JVM. */
  public static boolean isActive() {
    return MeterState.isCounting();
  }

  /**
   * What to name behind {@code -javaagent:}: the jar of this class, or the name under which it is
   * published when it is run from a folder.
   */
  public static String agentJar() {
    File file = AgentJar.file();
    return file == null ? "lightspeed-meter.jar" : file.toString();
  }

  /**
   * The meter.
   *
   * @throws MeterMissingException if it is not running; the message names the flag to add
   */
  public static Meter require() {
    if (!isActive()) {
      throw new MeterMissingException(
          "the meter is not running: add -javaagent:"
              + agentJar()
              + " to the java command (java -jar lightspeed.jar and ./lightspeed start it by"
              + " themselves)");
    }
    return INSTANCE;
  }

  /**
   * What counts: mode and version of the weights, {@code portable/2}; in full mode the JDK's
   * release too, {@code full/2@17.0.15}. Counts of two versions are not to be compared.
   */
  public static String version() {
    if (!MeterTransformer.rules().costs().countsJdk()) {
      return MeterMode.PORTABLE.word() + "/" + Weights.VERSION;
    }
    String version = MeterMode.FULL.word() + "/" + Weights.VERSION;
    Runtime.Version jdk = Runtime.version();
    return version + "@" + jdk.feature() + "." + jdk.interim() + "." + jdk.update();
  }

  /**
   * What each kind of bytecode weighs in CPU units, by the words of the agent's option {@code
   * weights}; {@code calls}, the prices of calls into the JDK, is 1. For fitting the table.
   */
  public static SortedMap<String, Integer> weights() {
    return AgentOptions.weights();
  }

  /**
   * Chooses what is counted from now on. To be called before any class of a subject is used;
   * without it the meter is portable and does not attribute. Full mode instruments the JDK, which
   * takes some seconds.
   *
   * @param attributing whether work is also attributed to call paths, see {@link #record}
   */
  public void configure(MeterMode mode, boolean attributing) {
    MeterTransformer.configure(mode == MeterMode.FULL, attributing);
  }

  /**
   * Attributes what the current thread does from now on to {@code record}; null attributes it to
   * nothing. Only where the meter is attributing.
   *
   * @throws IllegalStateException if the current thread is not a metering one
   */
  public void record(@Nullable CallRecord record) {
    current("record(record)").node = record == null ? null : record.node();
  }

  /** A thread whose work is counted. What other threads do on its behalf is not. */
  public Thread newThread(Runnable task, String name) {
    return new MeteredThread(task, name);
  }

  /**
   * CPU units of what the current thread has executed and allocated, at least 0. Methods count when
   * they return, so an instrumented caller's own share is not in it yet; the harness, which is not
   * instrumented, reads whole calls.
   *
   * @throws IllegalStateException if the current thread is not a metering one
   */
  public long units() {
    MeteredThread thread = current("units()");
    return thread.units() + MeterTransformer.rules().costs().weights().ofBytes(thread.allocated);
  }

  /**
   * A number that differs as soon as {@code thread}, a metering one, has executed anything since it
   * was asked last. For other threads, which want to know whether it still does.
   */
  public long progressOf(Thread thread) {
    return thread instanceof MeteredThread metered ? metered.remaining : 0;
  }

  /**
   * Bytes that the current thread has allocated, in the pinned layout, at least 0. Read like {@link
   * #units}.
   *
   * @throws IllegalStateException if the current thread is not a metering one
   */
  public long allocatedBytes() {
    return current("allocatedBytes()").allocated;
  }

  /**
   * Lets the current thread execute {@code units} more, allocated bytes left aside. The next count
   * beyond them (at the exit of a method, or in a loop) throws {@link
   * dev.lightspeed.meter.boot.UnitLimitExceeded}, and so does every one after it until {@link
   * #clearLimit}: catching it does not save a runaway.
   *
   * @param units at least 0
   * @throws IllegalArgumentException if {@code units} is negative
   * @throws IllegalStateException if the current thread is not a metering one
   */
  public void limit(long units) {
    if (units < 0) {
      throw new IllegalArgumentException("units: " + units + " is out of range, at least 0");
    }
    current("limit(units)").limit(units);
  }

  /**
   * Lifts the limit of the current thread.
   *
   * @throws IllegalStateException if the current thread is not a metering one
   */
  public void clearLimit() {
    current("clearLimit()").clearLimit();
  }

  /** Classes whose work is not counted though it should be, each with the reason, sorted. */
  public List<String> uninstrumented() {
    return MeterState.uninstrumented();
  }

  /**
   * Methods that have handed work to other threads, where it is not counted, while a metering
   * thread ran them; each with the call by which they did. Sorted.
   */
  public List<String> handedOff() {
    SortedSet<String> places = new TreeSet<>();
    boolean[] numbers = MeterState.handedOff();
    for (int number = 0; number < numbers.length; number++) {
      if (numbers[number]) {
        places.add(MeterTransformer.rules().frames().name(number));
      }
    }
    return List.copyOf(places);
  }

  /**
   * Forgets what {@link #handedOff} has told until now, so that of two runs in this JVM the second
   * does not tell what the first has done. To be called while nothing is metered.
   */
  public void forgetHandOffs() {
    MeterState.forgetHandOffs();
  }

  private static MeteredThread current(String call) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      return thread;
    }
    throw new IllegalStateException(
        call
            + " was called on the thread '"
            + Thread.currentThread().getName()
            + "', which is not a metering thread: run the work on one made by Meter.newThread");
  }
}
