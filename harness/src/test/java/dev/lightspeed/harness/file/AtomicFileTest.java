package dev.lightspeed.harness.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;

  @Test
  void writesAFileAndLeavesNothingElse() throws IOException {
    AtomicFile.write(folder.resolve("new.txt"), "grüße\n");

    assertThat(folder.resolve("new.txt")).hasContent("grüße\n");
    assertThat(names()).containsExactly("new.txt");
  }

  @Test
  void takesThePlaceOfWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("old.txt"), "a much longer text than the new one");

    AtomicFile.write(file, "new\n");

    assertThat(file).hasContent("new\n");
  }

  @Test
  void aWriteThatFailsHalfWayLeavesWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("old.txt"), "old\n");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write('n');
                      throw new IOException("the disk is full");
                    }))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ": cannot be written (the disk is full): name a file in a folder that exists and"
                + " has room");
    assertThat(file).hasContent("old\n");
    assertThat(names()).containsExactly("old.txt");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    Path file = folder.resolve("none").resolve("new.txt");

    assertThatThrownBy(() -> AtomicFile.write(file, "new\n"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ": cannot be written (NoSuchFileException): name a file in a folder that exists"
                + " and has room");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
