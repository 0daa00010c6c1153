package dev.lightspeed.harness.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads files that may be compressed with gzip (RFC 1952), which their first two bytes tell.
 *
 * <p>The JDK's stream ignores whatever follows the compressed data. Here the file must end with it:
 * a header, the data and a trailer of eight bytes must add up to all bytes that there are.
 */
public final class GzipInput {

  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;
  private static final int BUFFER = 1 << 16;

  private GzipInput() {}

  /**
   * The bytes of {@code file}, decompressed if it is compressed, for the caller to close. Reading
   * fails with an {@link IOException} if the stream is damaged, cut short or followed by anything.
   *
   * @throws InputException if the file cannot be opened
   */
  public static InputStream open(Path file) {
    InputStream in = new BufferedInputStream(InputFile.open(file), BUFFER);
    try {
      in.mark(2);
      boolean compressed = in.read() == FIRST && in.read() == SECOND;
      in.reset();
      return compressed ? new Strict(new CountedInput(in)) : in;
    } catch (IOException e) {
      InputFile.close(in, e);
      throw InputFile.unreadable(file.toString(), e);
    }
  }

  /** Counts the bytes that were taken from a stream. */
  private static final class CountedInput extends FilterInputStream {

    private long count;

    CountedInput(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count += Math.max(0, read);
      return read;
    }

    long countAll() throws IOException {
      while (read() >= 0) {}
      return count;
    }
  }

  /** A gzip stream that nothing may follow. */
  private static final class Strict extends GZIPInputStream {

    private static final int TRAILER = 8;

    private final CountedInput counted;
    private final long header;

    Strict(CountedInput counted) throws IOException {
      super(counted, BUFFER);
      this.counted = counted;
      // The header has been read to its last byte, and nothing after it.
      this.header = counted.count;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (read < 0) {
        long after = counted.countAll() - header - inf.getBytesRead() - TRAILER;
        if (after != 0) {
          throw new ZipException("bytes after its end");
        }
      }
      return read;
    }
  }
}
