package dev.lightspeed.meter;

import dev.lightspeed.meter.boot.MeteredThread;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.FutureTask;

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

  /** Units of one call, whatever comes of it; the class is initialised before. */
  long units(String name, Object... arguments) throws Exception {
    Class.forName(type.getName(), true, type.getClassLoader());
    return onThread(
        () -> {
          long before = now();
          try {
            method(name).invoke(null, arguments);
          } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof RuntimeException)) {
              throw e.getCause();
            }
          }
          return now() - before;
        });
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
    return ((MeteredThread) Thread.currentThread()).units();
  }
}
