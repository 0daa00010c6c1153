package dev.lightspeed.harness.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
                + ": cannot be written (there is no such folder): name a file in a folder that"
                + " exists and has room");
  }

  @Test
  void refusesAFolder() {
    assertThatThrownBy(() -> AtomicFile.write(folder, "new\n"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder
                + ": cannot be written (Is a directory): name a file in a folder that exists and"
                + " has room");
    assertThat(folder).isDirectory();
  }

  @Test
  void aLinkGoesOnPointingAtItsFile() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path file = Files.writeString(other.resolve("file.txt"), "old\n");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);

    AtomicFile.write(link, "new\n");

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new\n");
    assertThat(names()).containsExactlyInAnyOrder("link.txt", "other");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDeviceIsReportedAndNeverReplaced() throws IOException {
    Path device = Path.of("/dev/full");
    // Through a link of another folder: should it be replaced, it is not the machine's own.
    Path link = Files.createSymbolicLink(folder.resolve("full"), device);

    assertThatThrownBy(() -> AtomicFile.write(link, "new\n"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            link
                + ": cannot be written (No space left on device): name a file in a folder that"
                + " exists and has room");
    assertThat(link).isSymbolicLink();
    assertThat(Files.isRegularFile(device)).isFalse();
    assertThat(names()).containsExactly("full");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeIsWrittenTo() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path read = folder.resolve("read");
    Process reader =
        new ProcessBuilder("cat", pipe.toString()).redirectOutput(read.toFile()).start();

    AtomicFile.write(pipe, "new\n");

    assertThat(reader.waitFor()).isZero();
    assertThat(read).hasContent("new\n");
    assertThat(names()).containsExactlyInAnyOrder("pipe", "read");
  }

  @Test
  void whatAKilledProcessLeftIsRemovedByTheNextWrite() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.writeString(folder.resolve(".a.txt." + gone.pid() + "-1.partial"), "ha");
    String alive = ".a.txt." + ProcessHandle.current().pid() + "-0.partial";
    String another = ".b.a.txt." + gone.pid() + "-1.partial";
    Files.writeString(folder.resolve(alive), "another thread's");
    Files.writeString(folder.resolve(another), "another file's");

    AtomicFile.write(folder.resolve("a.txt"), "whole\n");

    assertThat(names()).containsExactlyInAnyOrder("a.txt", alive, another);
  }

  @Test
  void writersOfOneFileDoNotMixWhatTheyWrite() {
    Path file = folder.resolve("one.txt");

    AtomicFile.write(
        file,
        out -> {
          out.write("outer, ".getBytes(StandardCharsets.UTF_8));
          AtomicFile.write(file, "inner\n");
          out.write("to its end\n".getBytes(StandardCharsets.UTF_8));
        });

    assertThat(file).hasContent("outer, to its end\n");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
