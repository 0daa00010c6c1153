package dev.lightspeed.meter.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The files of the jar that this class is from. Read as a file, since what stands between a class
 * loader and its resources takes longer to load than all that is read here.
 */
public final class AgentJar implements AutoCloseable {

  private final @Nullable ZipFile jar;

  private AgentJar(@Nullable ZipFile jar) {
    this.jar = jar;
  }

  /** Where it is; null if this class is not from a jar of the default file system. */
  public static @Nullable File file() {
    CodeSource source = AgentJar.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return null;
    }
    try {
      File file = new File(source.getLocation().toURI());
      return file.isFile() ? file : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Opens it; where it is no file, the class loader is asked in its place. */
  static AgentJar open() throws IOException {
    File file = file();
    return new AgentJar(file == null ? null : new ZipFile(file));
  }

  /**
   * The file called {@code name}, from the root.
   *
   * @throws IOException if it is not there, or unreadable
   */
  byte[] bytes(String name) throws IOException {
    try (InputStream in = stream(name)) {
      if (in == null) {
        throw new IOException("the agent's jar has no " + name);
      }
      return in.readAllBytes();
    }
  }

  private @Nullable InputStream stream(String name) throws IOException {
    if (jar == null) {
      return AgentJar.class.getResourceAsStream("/" + name);
    }
    ZipEntry entry = jar.getEntry(name);
    return entry == null ? null : jar.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    if (jar != null) {
      jar.close();
    }
  }
}
