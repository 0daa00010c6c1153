package dev.lightspeed.meter.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Loads classes instrumented, as the agent would; with the JVM's verifier on. */
final class InstrumentingLoader extends ClassLoader {

  private final Rules rules;
  private final Predicate<String> counted;
  private final Map<String, byte[]> made = new LinkedHashMap<>();
  private final Set<String> plain = new TreeSet<>();

  /** Instruments the classes whose names {@code counted} accepts, by {@link PlainRules}. */
  InstrumentingLoader(Predicate<String> counted) {
    this(PlainRules.portable(), counted);
  }

  /** The same by other rules. */
  InstrumentingLoader(Rules rules, Predicate<String> counted) {
    super(InstrumentingLoader.class.getClassLoader());
    this.rules = rules;
    this.counted = counted;
  }

  /** Adds a class that is in no file. */
  InstrumentingLoader with(String name, byte[] classFile) {
    made.put(name, classFile);
    return this;
  }

  /** Adds a class that is in no file and is loaded as it is, uncounted. */
  InstrumentingLoader withPlain(String name, byte[] classFile) {
    plain.add(name);
    return with(name, classFile);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] bytes = made.containsKey(name) || counted.test(name) ? bytesOf(name) : null;
      if (bytes == null) {
        return super.loadClass(name, resolve);
      }
      byte @Nullable [] instrumented =
          plain.contains(name) ? null : new ClassInstrumenter(rules).instrument(bytes, this);
      byte[] used = instrumented == null ? bytes : instrumented;
      return defineClass(name, used, 0, used.length);
    }
  }

  private byte @Nullable [] bytesOf(String name) {
    byte[] own = made.get(name);
    if (own != null) {
      return own;
    }
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
