package dev.lightspeed.meter;

import dev.lightspeed.meter.agent.MeterTransformer;
import dev.lightspeed.meter.boot.EndGuard;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps code under measurement from ending the JVM, which would look like a run without a fault.
 * Whoever calls {@code System.exit}, {@code Runtime.exit} or {@code Runtime.halt}, on whichever
 * thread, gets a {@link JvmEndException} and is noted, since it may catch that. Does nothing in a
 * JVM without the meter.
 */
public final class EndWatch {

  /** These end the JVMs that they have started, and are nobody's code under measurement. */
  private static final List<String> RUNNERS =
      List.of(
          "org.apache.maven.surefire.",
          "org.gradle.process.internal.",
          "com.intellij.rt.",
          "org.eclipse.jdt.");

  private static final List<String> ATTEMPTS = new ArrayList<>();
  private static boolean watching;

  private EndWatch() {}

  /** Begins to watch; returns false if this JVM is being watched already. */
  public static synchronized boolean begin() {
    if (watching) {
      return false;
    }
    MeterTransformer.guardEnd();
    EndGuard.watch(EndWatch::refuse);
    watching = true;
    return true;
  }

  /** Ends it, and forgets who has tried. */
  public static synchronized void end() {
    EndGuard.watch(null);
    watching = false;
    attempts();
  }

  /** Who has tried to end the JVM since this was asked last: method, place, call and thread. */
  public static List<String> attempts() {
    synchronized (ATTEMPTS) {
      List<String> attempts = List.copyOf(ATTEMPTS);
      ATTEMPTS.clear();
      return attempts;
    }
  }

  /** Ends the JVM with {@code status}, at least 0; no shutdown hook makes another one of it. */
  public static void endJvm(int status) {
    EndGuard.decide(status);
    System.exit(status);
  }

  private static void refuse(int status) {
    List<StackFrame> callers = StackWalker.getInstance().walk(Stream::toList);
    Optional<StackFrame> caller =
        callers.stream().filter(frame -> !isOfTheCall(frame.getClassName())).findFirst();
    if (caller.isPresent() && RUNNERS.stream().anyMatch(caller.get().getClassName()::startsWith)) {
      return;
    }
    String call = call(callers) + "(" + status + ")";
    String attempt =
        caller.map(EndWatch::place).orElse("somebody")
            + " called "
            + call
            + " on the thread '"
            + Thread.currentThread().getName()
            + "'";
    synchronized (ATTEMPTS) {
      ATTEMPTS.add(attempt);
    }
    throw new JvmEndException(attempt);
  }

  /** The call itself, also by reflection. */
  private static boolean isOfTheCall(String className) {
    return className.startsWith("dev.lightspeed.meter.")
        || className.startsWith("java.")
        || className.startsWith("jdk.")
        || className.startsWith("sun.");
  }

  private static String call(List<StackFrame> callers) {
    @Nullable String call = null;
    for (StackFrame frame : callers) {
      if (frame.getClassName().equals("java.lang.Runtime")) {
        call = "Runtime." + frame.getMethodName();
      } else if (frame.getClassName().equals("java.lang.System")) {
        return "System.exit";
      } else if (call != null) {
        return call;
      }
    }
    return call == null ? "exit" : call;
  }

  private static String place(StackFrame frame) {
    String file = frame.getFileName();
    return frame.getClassName()
        + "."
        + frame.getMethodName()
        + (file == null ? "" : " (" + file + ":" + frame.getLineNumber() + ")");
  }
}
