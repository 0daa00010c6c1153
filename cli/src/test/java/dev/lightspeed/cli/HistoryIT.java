package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that {@code history} prints find the commit that changed the code. */
class HistoryIT {

  private static final Path SOURCE = Path.of("lightspeed", "ExampleWorkload.java");
  private static final Path JDK = Path.of(System.getProperty("java.home"), "bin");
  private static final String JAR = System.getProperty("lightspeed.jar");

  private static final String BUILD =
      JDK.resolve("javac")
          + " -J-XX:TieredStopAtLevel=1 -cp "
          + JAR
          + " -d lightspeed/classes lightspeed/*.java";

  @TempDir Path folder;
  @TempDir Path bin;

  @Test
  void bisectingAsPrintedFindsTheCommit() throws Exception {
    Lightspeed lightspeed = new Lightspeed(folder);
    assertThat(lightspeed.run("init").exitCode()).isZero();
    Repository repository = Repository.in(folder);
    repository.write(".gitignore", "lightspeed/classes/\nstd*\n");
    Files.createDirectory(folder.resolve("lightspeed").resolve("classes"));
    sh(BUILD);
    assertThat(lightspeed.run("update").exitCode()).isZero();
    repository.commit("Add a performance gate");
    String good = Files.readString(folder.resolve(SOURCE));
    repository.write(SOURCE.toString(), good + "}").commit("Break the build");
    repository.write(SOURCE.toString(), good + "// mended\n").commit("Mend it");
    String worse = good.replace("<li>", "<li class=task>");
    repository.write(SOURCE.toString(), worse).commit("Give each task a class");
    String culprit = repository.git("rev-parse", "HEAD").strip();
    repository.write("README", "A shop.\n").commit("Say what it is");
    sh(BUILD);
    assertThat(lightspeed.run("update").exitCode()).isZero();
    repository.commit("Accept the figures");

    // As in a hook of another repository, which git names for all that the hook starts.
    CommandRun history =
        new Lightspeed(folder)
            .variable("GIT_DIR", bin.toString())
            .run("history", "example.avgPayloadBytes");
    assertThat(history.err()).isEmpty();
    String commands =
        history
            .out()
            .lines()
            .dropWhile(line -> !line.startsWith("  git bisect start"))
            .collect(Collectors.joining("\n"));

    assertThat(history.out())
        .contains("the cause is one of the 5 commits since the baseline before");
    assertThat(sh(commands.replace("BUILD", BUILD))).contains(culprit + " is the first bad commit");
  }

  private String sh(String commands) throws IOException, InterruptedException {
    Path command = bin.resolve("lightspeed");
    Files.writeString(
        command,
        "#!/bin/sh\nexec "
            + JDK.resolve("java")
            + " -XX:TieredStopAtLevel=1 -jar "
            + JAR
            + " \"$@\"\n");
    assertThat(command.toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", commands)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s", out).isZero();
    return out;
  }
}
