package dev.lightspeed.meter.agent;

import dev.lightspeed.meter.price.PriceTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/**
 * Loads, on a second core, what the first class that is counted will need: the price table, and the
 * classes that read and write class files. Nothing here mentions a boot class.
 */
final class Preloading extends Thread {

  private Preloading() {
    super("lightspeed-preloading");
    setDaemon(true);
  }

  /** Begins with it. */
  static void begin() {
    new Preloading().start();
  }

  @Override
  public void run() {
    PriceTable.INSTANCE.newBytes("");
    try (InputStream in = Preloading.class.getResourceAsStream("Preloading.class")) {
      if (in != null) {
        ClassNode node = new ClassNode();
        new ClassReader(in.readAllBytes()).accept(node, 0);
        node.accept(new ClassWriter(0));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the agent's jar cannot be read", e);
    }
  }
}
