package dev.lightspeed.harness.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a file whole or not at all: into a temporary file beside it, which then takes its place.
 * An interrupted or failed write leaves what was there before; what a killed one leaves is hidden,
 * and removed by the next. A symbolic link goes on pointing at its file.
 *
 * <p>A device or a pipe has no place to take: that is written to as it stands, and never replaced.
 */
public final class AtomicFile {

  private static final String SUFFIX = ".partial";

  private static final Pattern TEMPORARY =
      Pattern.compile("(?<prefix>.*\\.)(?<process>[0-9]{1,18})-[0-9]+\\.partial", Pattern.DOTALL);

  /** Tells apart what this process writes at the same time. */
  private static final AtomicInteger WRITES = new AtomicInteger();

  private AtomicFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface FileContent {
    /** Writes everything to {@code out}, which the caller closes. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes {@code text} as UTF-8, compressed if the file's name ends in {@code .gz}.
   *
   * @throws InputException if the file cannot be written
   */
  public static void write(Path file, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(
        file,
        out -> {
          if (file.toString().endsWith(".gz")) {
            GZIPOutputStream compressed = new GZIPOutputStream(out, 1 << 16);
            compressed.write(bytes);
            compressed.finish();
          } else {
            out.write(bytes);
          }
        });
  }

  /**
   * Writes {@code content}.
   *
   * @throws InputException if the file cannot be written
   */
  public static void write(Path file, FileContent content) {
    try {
      if (isDeviceOrPipe(file)) {
        writeTo(file, content, StandardOpenOption.WRITE);
      } else {
        replace(Files.exists(file) ? file.toRealPath() : file, content);
      }
    } catch (IOException e) {
      throw new InputException(
          file
              + ": cannot be written ("
              + reason(e)
              + "): name a file in a folder that exists and"
              + " has room",
          e);
    }
  }

  /** Whether {@code file} is there and neither a file nor a folder. */
  public static boolean isDeviceOrPipe(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static void replace(Path file, FileContent content) throws IOException {
    deleteWhatTheKilledLeft(file);
    Path temporary =
        file.resolveSibling(
            prefix(file) + ProcessHandle.current().pid() + "-" + WRITES.incrementAndGet() + SUFFIX);
    Thread cleaner = new Thread(() -> delete(temporary));
    Runtime.getRuntime().addShutdownHook(cleaner);
    try {
      writeTo(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      move(temporary, file);
    } finally {
      delete(temporary);
      removeHook(cleaner);
    }
  }

  private static void writeTo(Path file, FileContent content, StandardOpenOption... options)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, options))) {
      content.writeTo(out);
    }
  }

  private static void deleteWhatTheKilledLeft(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, each -> nobodyFinishes(each, prefix(file)))) {
      files.forEach(AtomicFile::delete);
    }
  }

  /** The name of a temporary file says which process writes it. */
  private static boolean nobodyFinishes(Path file, String prefix) {
    Matcher name = TEMPORARY.matcher(String.valueOf(file.getFileName()));
    return name.matches()
        && name.group("prefix").equals(prefix)
        && ProcessHandle.of(Long.parseLong(name.group("process"))).isEmpty();
  }

  private static String prefix(Path file) {
    return "." + file.getFileName() + ".";
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
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
