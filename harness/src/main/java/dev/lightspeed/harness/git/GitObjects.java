package dev.lightspeed.harness.git;

import dev.lightspeed.harness.file.InputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The files that a repository keeps, by their hashes: one process reads all of them. */
public final class GitObjects implements AutoCloseable {

  /** No file that is read at once is larger: 64 MiB. */
  private static final long MOST_BYTES = 64L << 20;

  private final Process process;
  private final OutputStream questions;
  private final InputStream answers;

  private GitObjects(Process process) {
    this.process = process;
    this.questions = process.getOutputStream();
    this.answers = new BufferedInputStream(process.getInputStream());
  }

  /**
   * The objects of the repository that {@code git} runs in.
   *
   * @throws InputException if there is no git
   */
  public static GitObjects of(Git git) {
    try {
      return new GitObjects(
          git.builder("cat-file", "--batch")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw Git.missing(e);
    }
  }

  /**
   * The bytes of a file; empty if the clone does not have it, or it is larger than any baseline.
   *
   * @param hash the object's name
   * @throws InputException if git ends too early
   */
  public Optional<byte[]> file(String hash) {
    try {
      questions.write((hash + "\n").getBytes(StandardCharsets.US_ASCII));
      questions.flush();
      // "hash blob size", or "hash missing".
      String[] header = line().split(" ", -1);
      if (header.length != 3) {
        return Optional.empty();
      }
      long size = Long.parseLong(header[2]);
      boolean wanted = header[1].equals("blob") && size <= MOST_BYTES;
      byte[] bytes = answers.readNBytes(wanted ? (int) size : 0);
      answers.skipNBytes(size - bytes.length + 1);
      return wanted ? Optional.of(bytes) : Optional.empty();
    } catch (IOException e) {
      throw new InputException("git ended while it read " + hash + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      questions.close();
      answers.close();
      process.waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      throw Git.interrupted();
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = answers.read(); b != '\n'; b = answers.read()) {
      if (b < 0) {
        throw new EOFException("nothing more came");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
