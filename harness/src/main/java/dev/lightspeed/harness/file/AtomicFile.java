package dev.lightspeed.harness.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file whole or not at all: into a temporary file beside it, which then takes its place.
 * An interrupted or failed write leaves what was there before.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything to {@code out}, which the caller closes. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes {@code text} as UTF-8.
   *
   * @throws InputException if the file cannot be written
   */
  public static void write(Path file, String text) {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes {@code content}.
   *
   * @throws InputException if the file cannot be written
   */
  public static void write(Path file, Content content) {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".partial");
    Thread cleaner = new Thread(() -> delete(temporary));
    Runtime.getRuntime().addShutdownHook(cleaner);
    try {
      try (OutputStream out =
          new BufferedOutputStream(
              Files.newOutputStream(
                  temporary,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE))) {
        content.writeTo(out);
      }
      move(temporary, file);
    } catch (IOException e) {
      throw new InputException(
          file
              + ": cannot be written ("
              + reason(e)
              + "): name a file in a folder that exists and"
              + " has room",
          e);
    } finally {
      delete(temporary);
      removeHook(cleaner);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // What remains is a hidden .partial file; the write itself has been reported already.
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is going down: the hook runs, or has run.
    }
  }

  private static String reason(IOException e) {
    String kind = e.getClass().getSimpleName();
    return kind.equals("IOException") ? String.valueOf(e.getMessage()) : kind;
  }
}
