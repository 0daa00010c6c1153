package dev.lightspeed.metered;

import dev.lightspeed.meter.CallRecord;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import dev.lightspeed.meter.RetainedSize;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A server that deploys an application again and again, each time with a class loader of its own,
 * and undeploys it. Prints what the application counts, and how many loaders are left.
 */
public final class RedeploySubject {

  private static final int DEPLOYMENTS = 10;
  private static final int COLLECTIONS = 100;

  private RedeploySubject() {}

  /** The application: it makes objects of its own, lambdas and arrays, and keeps some. */
  public static final class Application implements Supplier<Object> {

    /** Something that is kept; not private, since the host of its nest is in another loader. */
    record Item(String name, int price) {}

    @Override
    public Object get() {
      Map<String, Item> items = new TreeMap<>(String::compareTo);
      for (int i = 0; i < 100; i++) {
        Item item = new Item("item" + i, i);
        items.put(item.name(), item);
      }
      Item[] all = items.values().toArray(new Item[0]);
      return List.of(all);
    }
  }

  /** Asks its parent only for what it has not itself, as those of web applications do. */
  private static final class ApplicationLoader extends ClassLoader {

    ApplicationLoader() {
      super(RedeploySubject.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null && name.startsWith(Application.class.getName())) {
          byte[] bytes = classFile(name);
          loaded = defineClass(name, bytes, 0, bytes.length);
        }
        return loaded == null ? super.loadClass(name, resolve) : loaded;
      }
    }

    private byte[] classFile(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        return in.readAllBytes();
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** Takes no arguments. */
  public static void main(String[] args) throws Exception {
    System.out.println("usual [" + count(false, RedeploySubject.class.getClassLoader()) + "]");
    for (boolean attributing : new boolean[] {false, true}) {
      Meter.require().configure(MeterMode.PORTABLE, attributing);
      List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
      Set<String> counts = new TreeSet<>();
      for (int i = 0; i < DEPLOYMENTS; i++) {
        loaders.add(deploy(attributing, counts));
      }
      System.out.println("redeployed " + counts + ", left " + left(loaders));
    }
    System.out.println("not counted: " + Meter.require().uninstrumented());
  }

  private static WeakReference<ClassLoader> deploy(boolean attributing, Set<String> counts)
      throws Exception {
    ClassLoader loader = new ApplicationLoader();
    counts.add(count(attributing, loader));
    return new WeakReference<>(loader);
  }

  private static String count(boolean attributing, ClassLoader loader) throws Exception {
    Class<?> type = loader.loadClass(Application.class.getName());
    Supplier<?> application = (Supplier<?>) type.getDeclaredConstructor().newInstance();
    StringBuilder line = new StringBuilder();
    Thread thread =
        Meter.require().newThread(() -> line.append(count(attributing, application)), "subject");
    thread.start();
    thread.join();
    return line.toString();
  }

  private static String count(boolean attributing, Supplier<?> application) {
    Meter meter = Meter.require();
    Object first = application.get();
    CallRecord record = new CallRecord("root");
    meter.record(attributing ? record : null);
    long units = meter.units();
    long bytes = meter.allocatedBytes();
    Object second = application.get();
    units = meter.units() - units;
    bytes = meter.allocatedBytes() - bytes;
    meter.record(null);
    long retained = new RetainedSize().of(List.of(first, second), "");
    boolean addsUp = !attributing || record.tree().totalUnits() == units;
    return units + " " + bytes + " " + retained + (addsUp ? "" : " does not add up");
  }

  /** Loaders that some collections of garbage have left. */
  private static long left(List<WeakReference<ClassLoader>> loaders) {
    long left = loaders.size();
    for (int i = 0; i < COLLECTIONS && left > 0; i++) {
      System.gc();
      left = loaders.stream().filter(loader -> loader.get() != null).count();
    }
    return left;
  }
}
