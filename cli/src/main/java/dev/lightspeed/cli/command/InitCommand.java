package dev.lightspeed.cli.command;

import dev.lightspeed.cli.text.Output;
import dev.lightspeed.cli.text.Workplace;
import dev.lightspeed.harness.file.AtomicFile;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.suite.SuiteFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code lightspeed init}: a suite to start from. */
@Command(
    name = "init",
    description = {
      "Write a commented lightspeed.yaml for the project in this folder (Maven, Gradle or neither),"
          + " and the source of a workload to start from.",
      "",
      "Never replaces a file."
    })
public final class InitCommand implements Callable<Integer> {

  private static final String WORKLOAD = "ExampleWorkload";

  private final Output output;

  /** The command that prints on {@code output}. */
  public InitCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    Workplace workplace = output.environment().workplace();
    Path folder = workplace.folder();
    ProjectLayout layout = ProjectLayout.of(workplace);
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(Path.of(SuiteFile.NAME), suite(layout));
    files.put(layout.sourceFile(WORKLOAD), workload(layout));
    for (Path file : files.keySet()) {
      if (Files.exists(folder.resolve(file))) {
        throw new InputException(
            "init: " + file + " is there already: edit it, or remove it first; nothing is written");
      }
    }
    files.forEach((file, text) -> write(folder.resolve(file), text));
    output.line(SuiteFile.NAME + ": written, the suite");
    output.line(layout.sourceFile(WORKLOAD) + ": written, a workload to start from");
    output.line("");
    layout.build().forEach(output::line);
    output.line("then:");
    layout.then().forEach(command -> output.line("  " + command));
    return ExitCode.PASSED.code();
  }

  private static String suite(ProjectLayout layout) {
    String entries =
        layout.classpath().stream().map(entry -> "  - " + entry).collect(Collectors.joining("\n"));
    return template(SuiteFile.NAME)
        .replace("@classpath@", entries)
        .replace("@class@", layout.fullName(WORKLOAD));
  }

  private static String workload(ProjectLayout layout) {
    String name = layout.packageName();
    return template(WORKLOAD + ".java")
        .replace("@package@", name.isEmpty() ? "" : "package " + name + ";\n\n");
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.resolveSibling(""));
    } catch (IOException e) {
      throw new InputException("init: " + file + " cannot be written: " + e.getMessage(), e);
    }
    AtomicFile.write(file, text);
  }

  private static String template(String name) {
    try (InputStream in =
        InitCommand.class.getResourceAsStream("/dev/lightspeed/cli/init/" + name)) {
      if (in == null) {
        throw new IllegalStateException("init/" + name + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
