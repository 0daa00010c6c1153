package dev.lightspeed.cli.command;

import dev.lightspeed.cli.text.Output;
import dev.lightspeed.harness.PerformanceHarness;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.NearestWord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lightspeed schema}. */
@Command(
    name = "schema",
    description = {
      "Print the JSON Schema of a file: that of suites, with which editors complete and check"
          + " lightspeed.yaml, or another.",
      "",
      "In an editor: lightspeed schema >lightspeed.schema.json, and as the first line of the suite"
          + " '# yaml-language-server: $schema=lightspeed.schema.json'"
    })
public final class SchemaCommand implements Callable<Integer> {

  /** All that are published. */
  public static final List<String> NAMES =
      List.of(
          "attribution-1",
          "baseline-2",
          "capacity-1",
          "history-1",
          "profile-2",
          "report-2",
          "result-1",
          "suite-2",
          "trace-2");

  private final Output output;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "suite-2",
      description = "Which file in which version, such as report-2. Default: suite-2.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private String name;

  /** The command that prints on {@code output}. */
  public SchemaCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    if (!NAMES.contains(name)) {
      throw new InputException(NearestWord.unknown("schema", name, NAMES));
    }
    String path = "/dev/lightspeed/schemas/" + name + ".json";
    try (InputStream in = PerformanceHarness.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the build");
      }
      output.text(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.PASSED.code();
  }
}
