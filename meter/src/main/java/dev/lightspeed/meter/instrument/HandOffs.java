package dev.lightspeed.meter.instrument;

import dev.lightspeed.meter.price.JdkNames;
import dev.lightspeed.meter.price.MethodNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Calls that hand work to other threads, whose work nobody counts. Code in front of such a call
 * notes that a metering thread came by. Where the receiver can be looked at, it must be a thread or
 * a class of the JDK's: an executor of the application is counted itself, and may well run what it
 * is given at once.
 */
public final class HandOffs {

  private static final List<CallSign> SIGNS =
      CallSign.all(
          "java.lang.Thread start startVirtualThread",
          "java.lang.Thread$Builder start",
          "java.lang.Thread$Builder$OfPlatform start",
          "java.lang.Thread$Builder$OfVirtual start",
          "* parallelStream",
          "java.util.stream.BaseStream parallel",
          "java.util.stream.Stream parallel",
          "java.util.stream.IntStream parallel",
          "java.util.stream.LongStream parallel",
          "java.util.stream.DoubleStream parallel",
          "java.util.Arrays parallelSort parallelPrefix parallelSetAll",
          "java.util.Timer schedule scheduleAtFixedRate",
          "java.net.http.HttpClient sendAsync");

  private static final List<String> EXECUTORS =
      words(
          "Executor ExecutorService ScheduledExecutorService AbstractExecutorService"
              + " ThreadPoolExecutor ScheduledThreadPoolExecutor ForkJoinPool CompletionService"
              + " ExecutorCompletionService");

  private static final List<String> EXECUTING =
      words(
          "execute submit invoke invokeAll invokeAny schedule scheduleAtFixedRate"
              + " scheduleWithFixedDelay");

  private static final String CONCURRENT = "java/util/concurrent/";

  private final MethodEditor editor;
  private final Rules rules;
  private final String place;

  /**
   * @param place class and method, as a person reads it
   */
  private HandOffs(MethodEditor editor, Rules rules, String place) {
    this.editor = editor;
    this.rules = rules;
    this.place = place;
  }

  /** Inserts that code into the method {@code name} of {@code owner}, unless that is the JDK's. */
  static void note(MethodEditor editor, Rules rules, String owner, String name) {
    if (!JdkNames.contains(owner)) {
      String place = owner.replace('/', '.') + "." + MethodNames.written(name);
      new HandOffs(editor, rules, place).note();
    }
  }

  private void note() {
    AbstractInsnNode[] code = editor.code();
    for (int at = 0; at < code.length; at++) {
      if (code[at] instanceof MethodInsnNode call) {
        noteCall(at, call);
      }
    }
  }

  private void noteCall(int at, MethodInsnNode call) {
    String what = sign(call.owner, call.name, call.desc);
    if (what == null && isStartOfSome(call)) {
      what = "Thread.start";
    }
    if (what == null) {
      return;
    }
    Snippet code = editor.snippet();
    int receiver = isLookedAt(call) ? receiverDepth(call.desc) : -1;
    if (receiver == 0) {
      code.op(Opcodes.DUP);
    } else if (receiver == 1) {
      code.op(Opcodes.DUP2).op(Opcodes.POP);
    }
    code.push(number(what)).call("handOff", receiver < 0 ? "(I)V" : "(Ljava/lang/Object;I)V");
    editor.insertBefore(at, code);
  }

  private int number(String what) {
    return rules.frames().number(place + " hands work to other threads (" + what + ")");
  }

  /** The start of something that may extend Thread, which only its receiver can tell. */
  private static boolean isStartOfSome(MethodInsnNode call) {
    return call.name.equals("start")
        && call.desc.equals("()V")
        && call.getOpcode() != Opcodes.INVOKESTATIC
        && !JdkNames.contains(call.owner);
  }

  /** A collection of the application's leaves its parallel stream to the JDK. */
  private static boolean isLookedAt(MethodInsnNode call) {
    return call.getOpcode() != Opcodes.INVOKESTATIC && !call.name.equals("parallelStream");
  }

  /** Operands above the receiver: 0 or 1, or -1 where it is out of reach. */
  private static int receiverDepth(String descriptor) {
    Type[] arguments = Type.getArgumentTypes(descriptor);
    if (arguments.length == 0) {
      return 0;
    }
    return arguments.length == 1 && arguments[0].getSize() == 1 ? 1 : -1;
  }

  /** What hands work to other threads, in words, or null if this call does not. */
  public static @Nullable String sign(String owner, String name, String descriptor) {
    if (owner.startsWith(CONCURRENT)) {
      String type = owner.substring(CONCURRENT.length());
      boolean executes = EXECUTORS.contains(type) && EXECUTING.contains(name);
      boolean completes = type.equals("CompletableFuture") || type.equals("CompletionStage");
      boolean forks = type.startsWith("Recursive") || type.equals("ForkJoinTask");
      return executes
              || (completes && name.endsWith("Async"))
              || (forks && (name.equals("fork") || name.equals("invokeAll")))
          ? type + "." + name
          : null;
    }
    for (CallSign sign : SIGNS) {
      if (sign.matches(owner, name, descriptor)) {
        return CallSign.inWords(owner, name);
      }
    }
    return null;
  }

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }

  /** The signs, as they are published. */
  public static List<String> published() {
    List<String> texts = new ArrayList<>();
    SIGNS.forEach(sign -> texts.add(sign.inWords()));
    texts.add("Executor and its like: " + String.join(", ", EXECUTING));
    texts.add("CompletableFuture.…Async");
    texts.add("ForkJoinTask.fork");
    return texts;
  }
}
