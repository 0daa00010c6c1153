package dev.lightspeed.metered;

import dev.lightspeed.meter.Meter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.Callable;

/** Loads one class in several ways and prints what a call of it counts in each. */
public final class LoaderSubject {

  private LoaderSubject() {}

  /** Some work. */
  public static final class Work implements Callable<Object> {

    @Override
    public Object call() {
      int sum = 0;
      for (int i = 0; i < 1000; i++) {
        sum += i % 7;
      }
      return sum;
    }
  }

  /** Finds the work itself, and passes on only what the JDK's packages have, as OSGi's do. */
  private static final class ClosedLoader extends ClassLoader {

    ClosedLoader() {
      super(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("java.")) {
        return super.loadClass(name, resolve);
      }
      if (!name.equals(Work.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      try {
        byte[] bytes = classFile();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** Takes no arguments. */
  public static void main(String[] args) throws Exception {
    SecondCall.print("usual", Work.class);
    SecondCall.print("closed", new ClosedLoader().loadClass(Work.class.getName()));
    SecondCall.print(
        "hidden", MethodHandles.lookup().defineHiddenClass(classFile(), true).lookupClass());
    System.out.println("not counted: " + Meter.require().uninstrumented());
  }

  private static byte[] classFile() throws IOException {
    try (InputStream in = LoaderSubject.class.getResourceAsStream("LoaderSubject$Work.class")) {
      if (in == null) {
        throw new IOException("the class file of the work is missing");
      }
      return in.readAllBytes();
    }
  }
}
