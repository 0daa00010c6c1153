package dev.lightspeed.harness.trace;

import dev.lightspeed.harness.file.AtomicFile;
import dev.lightspeed.harness.file.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Trace files, schema {@code trace/2}: JSON lines, a header and then a line for every distinct
 * session of every scenario. Both directions hold one session's line at a time beside the traces
 * themselves. A name that ends in {@code .gz} is written compressed; a reader looks at the bytes,
 * not at the name.
 */
public final class TraceFile {

  static final String SCHEMA = "trace/2";

  private TraceFile() {}

  /**
   * Writes {@code set} to {@code file}, whole or not at all.
   *
   * @throws InputException if the file cannot be written
   */
  public static void write(Path file, TraceSet set) {
    AtomicFile.write(
        file,
        out -> {
          if (file.toString().endsWith(".gz")) {
            GZIPOutputStream compressed = new GZIPOutputStream(out, 1 << 16);
            write(compressed, set);
            compressed.finish();
          } else {
            write(out, set);
          }
        });
  }

  /**
   * The traces in {@code file}.
   *
   * @throws InputException if it cannot be read or is anything else than one whole trace file
   */
  public static TraceSet read(Path file) {
    return TraceReader.read(file);
  }

  private static void write(OutputStream out, TraceSet set) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    TraceWriter.write(writer, set);
    writer.flush();
  }
}
