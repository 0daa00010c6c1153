package dev.lightspeed.harness.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Opens and reads files, with errors for the user who named them. */
public final class InputFile {

  /** No file that is read at once is larger: 64 MiB. */
  private static final long MAX_TEXT_BYTES = 64L << 20;

  private InputFile() {}

  /**
   * The whole file, as UTF-8.
   *
   * @throws InputException if it cannot be read, is larger than 64 MiB or is not UTF-8
   */
  public static String text(Path file) {
    try {
      requireFile(file);
      if (Files.size(file) > MAX_TEXT_BYTES) {
        throw new InputException(
            file + ": " + Files.size(file) + " bytes > " + MAX_TEXT_BYTES + " bytes: too large");
      }
      byte[] bytes = Files.readAllBytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InputException(file + ": is not UTF-8 text", e);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /**
   * The file's bytes, for the caller to close.
   *
   * @throws InputException if it cannot be opened
   */
  public static InputStream open(Path file) {
    try {
      requireFile(file);
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /** The error that the file {@code name} cannot be read, because it is not there or not whole. */
  static InputException unreadable(String name, IOException e) {
    return new InputException(name + ": " + reason(e), e);
  }

  /** Closes what failed to be read for {@code reason}, which stays the error to be told. */
  static void close(InputStream in, IOException reason) {
    try {
      in.close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new InputException(file + ": cannot be read: it is a folder, expected a file");
    }
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "cannot be read: there is no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "cannot be read: access is denied";
    }
    if (e instanceof EOFException) {
      return "the file ends inside its gzip stream, it is truncated: write it again";
    }
    if (e instanceof ZipException) {
      return "its gzip stream is damaged (" + e.getMessage() + "): write it again";
    }
    return "cannot be read: " + e.getMessage();
  }
}
