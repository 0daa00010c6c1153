package dev.lightspeed.harness.attribution;

import dev.lightspeed.harness.file.AtomicFile;
import dev.lightspeed.harness.file.GzipInput;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.JsonSource;
import java.nio.file.Path;

/**
 * Attribution files, schema {@code attribution/1}: one JSON object without white space, keys
 * sorted. Every frame stands in a table once; a call tree is four columns of numbers, a node in
 * each of their lines, callers first. A name that ends in {@code .gz} is written compressed; a
 * reader looks at the bytes, not at the name.
 */
public final class AttributionFile {

  static final String SCHEMA = "attribution/1";

  private AttributionFile() {}

  /**
   * Writes {@code attribution} to {@code file}, whole or not at all.
   *
   * @throws InputException if the file cannot be written
   */
  public static void write(Path file, Attribution attribution) {
    AtomicFile.write(file, text(attribution));
  }

  /** What is written. */
  public static String text(Attribution attribution) {
    return AttributionWriter.text(attribution);
  }

  /**
   * The attribution in {@code file}.
   *
   * @throws InputException if it cannot be read or is anything else than one whole attribution
   */
  public static Attribution read(Path file) {
    String name = file.toString();
    return AttributionReader.read(JsonSource.parse(name, GzipInput.open(file)));
  }
}
