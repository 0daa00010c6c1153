package dev.lightspeed.meter;

import dev.lightspeed.meter.boot.MeteredThread;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Instruments counted classes as they are loaded, and notes those that it could not. */
final class MeterTransformer implements ClassFileTransformer {

  private MeterTransformer() {}

  /** Starts instrumenting. Does nothing if another agent entry of this jar has done so. */
  static synchronized void start(Instrumentation instrumentation) {
    if (MeteredThread.isCounting()) {
      return;
    }
    noteLoaded(instrumentation);
    instrumentation.addTransformer(new MeterTransformer());
    MeteredThread.startCounting();
  }

  /** Another agent may have been first. */
  private static void noteLoaded(Instrumentation instrumentation) {
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      String name = loaded.getName().replace('.', '/');
      if (!loaded.isArray()
          && !loaded.isHidden()
          && CountedClasses.contains(loaded.getClassLoader(), loaded.getModule(), name)) {
        note(name, "was loaded before the meter started");
      }
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (name == null || !CountedClasses.contains(loader, module, name)) {
      return null;
    }
    try {
      return ClassInstrumenter.instrument(classFile);
    } catch (Throwable e) {
      // The JVM would swallow it and load the class uncounted without a word.
      note(name, reason(e));
      return null;
    }
  }

  private static void note(String name, String reason) {
    MeteredThread.uninstrumented().add(name.replace('/', '.') + ": " + reason);
  }

  private static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
