package dev.lightspeed.bench.sensitivity;

import dev.lightspeed.cli.option.OutFile;
import dev.lightspeed.harness.file.AtomicFile;
import dev.lightspeed.harness.file.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A part of a page that a command writes anew: what stands between the lines {@code <!-- name -->}
 * and {@code <!-- /name -->}.
 */
public final class MarkedBlock {

  private final Path file;
  private final String begin;
  private final String end;

  private MarkedBlock(Path file, String name) {
    this.file = file;
    this.begin = "<!-- " + name + " -->\n";
    this.end = "<!-- /" + name + " -->\n";
  }

  /**
   * The block {@code name} of {@code file}.
   *
   * @param option the option that names the file
   * @throws InputException if the file cannot be read and written, or does not have the block once
   */
  public static MarkedBlock of(String option, Path file, String name) {
    OutFile.requireWritable(option, file);
    MarkedBlock block = new MarkedBlock(file, name);
    block.replaced(option, "");
    return block;
  }

  /**
   * Writes {@code text}, lines with their ends, as the content of the block.
   *
   * @throws InputException if the block has gone meanwhile, or the file cannot be written
   */
  public void write(String text) {
    AtomicFile.write(file, replaced(file.toString(), "```text\n" + text + "```\n"));
  }

  private String replaced(String place, String content) {
    String page = read(place);
    int from = only(place, page, begin) + begin.length();
    int to = only(place, page, end);
    if (to < from) {
      throw error(place, "has " + end.strip() + " before " + begin.strip());
    }
    return page.substring(0, from) + content + page.substring(to);
  }

  private int only(String place, String page, String mark) {
    int index = page.indexOf(mark);
    if (index < 0 || index != page.lastIndexOf(mark)) {
      throw error(place, (index < 0 ? "has no line " : "has two lines ") + mark.strip());
    }
    return index;
  }

  private InputException error(String place, String found) {
    return new InputException(
        place
            + ": '"
            + file
            + "' "
            + found
            + ": name a page with a part between the lines "
            + begin.strip()
            + " and "
            + end.strip());
  }

  private String read(String place) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw error(place, "does not exist");
    } catch (IOException e) {
      throw new InputException(place + ": '" + file + "' cannot be read as UTF-8 text: " + e, e);
    }
  }
}
