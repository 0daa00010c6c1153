package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.CallTree;
import dev.lightspeed.meter.Recording;
import dev.lightspeed.meter.boot.MeteredThread;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Runs methods of an instrumented class on a metering thread. */
final class Metered {

  private final Class<?> type;

  /** A runner of the static methods of {@code type}. */
  Metered(Class<?> type) {
    this.type = type;
  }

  /** Something that may fail. */
  @FunctionalInterface
  interface Task<T> {
    /** Runs. */
    T run() throws Throwable;
  }

  /** Runs {@code task} on a metering thread and passes on what it gives or throws. */
  static <T> T onThread(Task<T> task) throws Exception {
    FutureTask<T> future =
        new FutureTask<>(
            () -> {
              try {
                return task.run();
              } catch (Exception | Error e) {
                throw e;
              } catch (Throwable e) {
                throw new IllegalStateException(e);
              }
            });
    MeteredThread thread = new MeteredThread(future, "metered");
    thread.start();
    return future.get();
  }

  /**
   * What a thread counted.
   *
   * @param units CPU units without those of allocated bytes
   * @param bytes allocated
   */
  record Count(long units, long bytes) {}

  /** Units of one call, whatever comes of it; the class is initialised before. */
  long units(String name, @Nullable Object... arguments) throws Exception {
    return count(name, arguments).units();
  }

  /** Bytes that one call allocates, whatever comes of it; the class is initialised before. */
  long bytes(String name, @Nullable Object... arguments) throws Exception {
    return count(name, arguments).bytes();
  }

  private Count count(String name, @Nullable Object... arguments) throws Exception {
    initialise();
    return onThread(() -> counted(() -> call(name, arguments)));
  }

  /**
   * The call paths of one call, whatever comes of it, by the {@code rules} by which the class was
   * instrumented. They add up to what the thread counted.
   */
  CallTree recorded(Rules rules, String name, @Nullable Object... arguments) throws Exception {
    initialise();
    return onThread(
        () -> {
          Recording record = new Recording();
          thread().node = record.node();
          Count count = counted(() -> call(name, arguments));
          assertThat(thread().node).isSameAs(record.node());
          CallTree tree = record.tree(rules);
          assertThat(tree.totalUnits())
              .isEqualTo(count.units() + rules.costs().weights().ofBytes(count.bytes()));
          assertThat(tree.totalAllocatedBytes()).isEqualTo(count.bytes());
          return tree;
        });
  }

  private void initialise() throws ClassNotFoundException {
    Class.forName(type.getName(), true, type.getClassLoader());
  }

  private Object call(String name, @Nullable Object... arguments) throws Throwable {
    try {
      return method(name).invoke(null, arguments);
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof RuntimeException)) {
        throw e.getCause();
      }
      return e.getCause();
    }
  }

  /** What the current thread, a metering one, counts while it runs {@code task}. */
  static Count counted(Task<?> task) throws Throwable {
    long units = thread().units();
    long bytes = thread().allocated;
    Object unused = task.run();
    return new Count(thread().units() - units, thread().allocated - bytes);
  }

  /** What a call gives. */
  Object result(String name, Object... arguments) throws Exception {
    return method(name).invoke(null, arguments);
  }

  /** The static method {@code name}. */
  Method method(String name) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        method.setAccessible(true);
        return method;
      }
    }
    throw new IllegalArgumentException(name);
  }

  /** Units of the current thread, a metering one. */
  static long now() {
    return thread().units();
  }

  /** The current thread, a metering one. */
  static MeteredThread thread() {
    return (MeteredThread) Thread.currentThread();
  }
}
