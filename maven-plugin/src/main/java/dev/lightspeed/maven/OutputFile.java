package dev.lightspeed.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Where the command writes an outcome to.
 *
 * @param text as the command takes it: {@code FORMAT=FILE}
 * @param file the file; empty if it is standard output
 */
record OutputFile(String text, Optional<Path> file) {

  private static final String STANDARD_OUTPUT = "-";

  /**
   * @param folder what a file is relative to
   * @param text {@code FORMAT=FILE} or {@code FILE}
   */
  static OutputFile of(Path folder, String text) {
    String name = text.substring(text.indexOf('=') + 1).strip();
    return new OutputFile(
        text, name.equals(STANDARD_OUTPUT) ? Optional.empty() : Optional.of(folder.resolve(name)));
  }

  /** Those in {@code texts}; if there are none, a page among what is built. */
  static List<OutputFile> of(Path folder, Path buildFolder, List<String> texts) {
    List<String> all =
        texts.isEmpty()
            ? List.of("html=" + folder.relativize(buildFolder.resolve("lightspeed/report.html")))
            : texts;
    return all.stream().map(text -> of(folder, text)).toList();
  }

  /** Makes the folder of the file, which the command expects to be there. */
  void makeFolder() throws MojoExecutionException {
    if (file.isEmpty()) {
      return;
    }
    Path parent = file.get().toAbsolutePath().getParent();
    try {
      Files.createDirectories(parent);
    } catch (IOException e) {
      throw new MojoExecutionException("outputs: " + parent + " cannot be made: " + e, e);
    }
  }
}
