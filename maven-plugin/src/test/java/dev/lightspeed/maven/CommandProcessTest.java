package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a JVM that is another than the command. */
class CommandProcessTest {

  @TempDir Path folder;

  private final RecordingLog log = new RecordingLog();

  @Test
  void everyArgumentArrivesAsItIs() throws Exception {
    Ending ending =
        run(echo("a word", "C:\\new\\table", "\"quoted\"", "#", "@file", "", "it's", "last"));

    assertThat(log.lines())
        .containsExactlyInAnyOrder(
            "INFO a word",
            "INFO C:\\new\\table",
            "INFO \"quoted\"",
            "INFO #",
            "INFO @file",
            "INFO ",
            "INFO it's",
            "WARN last");
    assertThat(ending)
        .isEqualTo(new Ending(8, ResultFile.Result.UNUSED, List.of(), List.of("last")));
    assertThat(Files.readString(folder.resolve("made/echo.args")))
        .endsWith(
            "\"a word\"\n\"C:\\\\new\\\\table\"\n\"\\\"quoted\\\"\"\n\"#\"\n\"@file\"\n\"\"\n\"it's\"\n\"last\"\n");
  }

  @Test
  @Timeout(60)
  void anInterruptStopsIt() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    RecordingLog watched =
        new RecordingLog() {
          @Override
          public void warn(CharSequence line) {
            running.countDown();
          }
        };
    FutureTask<Ending> task =
        new FutureTask<>(
            () ->
                CommandProcess.run(
                    echo("wait"), folder, file(), Optional.empty(), new Relay(watched, true)));
    Thread thread = new Thread(task);
    thread.start();
    running.await();
    ProcessHandle child = ProcessHandle.current().children().findAny().orElseThrow();
    thread.interrupt();

    assertThatThrownBy(task::get).hasCauseInstanceOf(InterruptedException.class);
    child.onExit().join();
  }

  @Test
  void theCommandIsStartedAsAPartOfABuild() {
    JvmCommand command =
        JvmCommand.lightspeed(
            Path.of("/jdk/bin/java"),
            Path.of("/repo/lightspeed.jar"),
            List.of("-Xmx4g"),
            "mvn lightspeed:update",
            List.of("check", "--verify"));

    assertThat(command.java()).isEqualTo(Path.of("/jdk/bin/java"));
    assertThat(command.arguments())
        .containsExactly(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx4g",
            "-Dlightspeed.update=mvn lightspeed:update",
            "-jar",
            "/repo/lightspeed.jar",
            "check",
            "--verify");
  }

  private Ending run(JvmCommand command) throws Exception {
    return CommandProcess.run(command, folder, file(), Optional.empty(), new Relay(log, true));
  }

  private Path file() {
    return folder.resolve("made/echo.args");
  }

  private static JvmCommand echo(String... args) throws Exception {
    Path classes = Path.of(Echo.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> arguments =
        new ArrayList<>(
            List.of("-XX:TieredStopAtLevel=1", "-cp", classes.toString(), Echo.class.getName()));
    arguments.addAll(List.of(args));
    return new JvmCommand(Path.of(System.getProperty("java.home"), "bin", "java"), arguments);
  }
}
