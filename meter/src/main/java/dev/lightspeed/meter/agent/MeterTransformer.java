package dev.lightspeed.meter.agent;

import dev.lightspeed.meter.boot.CallNode;
import dev.lightspeed.meter.boot.MeterState;
import dev.lightspeed.meter.boot.MeteredThread;
import dev.lightspeed.meter.instrument.BootNames;
import dev.lightspeed.meter.instrument.ClassInstrumenter;
import dev.lightspeed.meter.instrument.CountedClasses;
import dev.lightspeed.meter.instrument.Rules;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.invoke.MethodHandles;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Instruments counted classes as they are loaded, and notes those that it could not. */
public final class MeterTransformer
    implements ClassFileTransformer, BiFunction<Object, byte[], byte[]> {

  private static volatile @Nullable MeterTransformer running;

  private final Instrumentation instrumentation;
  private volatile Rules rules;
  private boolean guardsEnd;

  private MeterTransformer(Instrumentation instrumentation, Rules rules) {
    this.instrumentation = instrumentation;
    this.rules = rules;
  }

  /** Starts instrumenting. Does nothing if another agent entry of this jar has done so. */
  static synchronized void start(Instrumentation instrumentation, AgentOptions options) {
    if (MeterState.isCounting()) {
      return;
    }
    Rules rules = options.rules();
    MeterState.setInstanceSizer(rules.sizes());
    MeterTransformer transformer = new MeterTransformer(instrumentation, rules);
    running = transformer;
    if (options.instruments()) {
      PinnedHashes.use(instrumentation, rules.boot());
      MeterState.setHiddenClassInstrumenter(transformer);
      noteLoaded(instrumentation);
      instrumentation.addTransformer(transformer, instrumentation.isRetransformClassesSupported());
    }
    MeterState.startCounting();
  }

  /** What counts now, or what would if the agent were running. */
  public static Rules rules() {
    MeterTransformer transformer = running;
    return transformer == null ? Rules.portable(BootNames.PLAIN) : transformer.rules;
  }

  /** Counts by other rules from now on, in classes that are loaded already, too. */
  public static synchronized void configure(boolean countsJdk, boolean attributing) {
    MeterTransformer transformer = running;
    if (transformer == null) {
      return;
    }
    Rules before = transformer.rules;
    Rules now = before.with(countsJdk, attributing);
    if (now.equals(before)) {
      return;
    }
    if (!transformer.instrumentation.isRetransformClassesSupported()) {
      throw new IllegalStateException(
          "the meter cannot change what it counts: the manifest of the jar that starts it lacks"
              + " 'Can-Retransform-Classes: true'");
    }
    transformer.rules = now;
    transformer.instrumentLoaded(before.costs().countsJdk() || countsJdk);
  }

  /** Lets whoever ends this JVM be watched, from now on. Does nothing without the agent. */
  public static synchronized void guardEnd() {
    MeterTransformer transformer = running;
    if (transformer != null && !transformer.guardsEnd) {
      transformer.guardsEnd = true;
      GuardedRuntime.use(transformer.instrumentation);
    }
  }

  /**
   * Classes that are loaded while others are instrumented, by the instrumenting itself, are not
   * shown to it: so it goes on until there are no new ones.
   */
  private void instrumentLoaded(boolean jdkToo) {
    Set<Class<?>> done = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Class<?>> next = loaded(done, jdkToo);
    while (!next.isEmpty()) {
      try {
        instrumentation.retransformClasses(next.toArray(new Class<?>[0]));
      } catch (UnmodifiableClassException e) {
        throw new IllegalStateException("only modifiable classes are instrumented", e);
      }
      done.addAll(next);
      next = loaded(done, jdkToo);
    }
  }

  private List<Class<?>> loaded(Set<Class<?>> done, boolean jdkToo) {
    List<Class<?>> counted = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (!done.contains(type)
          && instrumentation.isModifiableClass(type)
          && isCounted(type.getClassLoader(), type.getModule(), slashed(type), jdkToo)) {
        counted.add(type);
      }
    }
    return counted;
  }

  private static boolean isCounted(
      @Nullable ClassLoader loader, @Nullable Module module, String name, boolean jdkToo) {
    return CountedClasses.contains(loader, module, name)
        || (jdkToo && CountedClasses.inFullMode(loader, module, name));
  }

  /** Another agent may have been first. */
  private static void noteLoaded(Instrumentation instrumentation) {
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (loaded.getClassLoader() != null
          && !loaded.isArray()
          && !loaded.isHidden()
          && CountedClasses.contains(
              loaded.getClassLoader(), loaded.getModule(), slashed(loaded))) {
        note(slashed(loaded), "was loaded before the meter started");
      }
    }
  }

  private static String slashed(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (!(Thread.currentThread() instanceof MeteredThread thread)) {
      return instrument(module, loader, name, classFile);
    }
    // A subject that loads a class is not charged with its instrumentation, which in full mode
    // begins with the first comparison of names.
    long remaining = thread.remaining;
    long allocated = thread.allocated;
    CallNode node = thread.node;
    thread.remaining = Long.MAX_VALUE;
    thread.node = null;
    try {
      return instrument(module, loader, name, classFile);
    } finally {
      thread.remaining = remaining;
      thread.allocated = allocated;
      thread.node = node;
    }
  }

  /** The class file of a hidden class, instrumented; see {@code HiddenClassCall}. */
  @Override
  public byte[] apply(Object lookup, byte[] classFile) {
    Class<?> host = ((MethodHandles.Lookup) lookup).lookupClass();
    byte[] instrumented =
        transform(host.getModule(), host.getClassLoader(), slashed(host), null, null, classFile);
    return instrumented == null ? classFile : instrumented;
  }

  private byte @Nullable [] instrument(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String name,
      byte[] classFile) {
    if (name == null || !isCounted(loader, module, name, rules.costs().countsJdk())) {
      return null;
    }
    try {
      return new ClassInstrumenter(rules).instrument(classFile, loader);
    } catch (Throwable e) {
      // The JVM would swallow it and load the class uncounted without a word.
      note(name, reason(e));
      return null;
    }
  }

  private static void note(String name, String reason) {
    MeterState.noteUninstrumented(name.replace('/', '.') + ": " + reason);
  }

  private static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
