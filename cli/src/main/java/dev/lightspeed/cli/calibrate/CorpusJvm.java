package dev.lightspeed.cli.calibrate;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.JsonSource;
import dev.lightspeed.harness.file.Node;
import dev.lightspeed.meter.MeterMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Starts the corpus in fresh JVMs of this JDK, with the heap fixed and its optimising compiler on.
 * A JVM runs one program, as what ran before would decide how the JIT compiles what runs now.
 */
public final class CorpusJvm implements CorpusMachine {

  private static final String RUNNER = "dev.lightspeed.corpus.CorpusRunner";

  private final Path lightspeed;
  private final Path corpus;
  private final String list;

  private CorpusJvm(Path lightspeed, Path corpus, String list) {
    this.lightspeed = lightspeed;
    this.corpus = corpus;
    this.list = list;
  }

  /**
   * The corpus in the jar {@code corpus}.
   *
   * @param lightspeed the command's own jar, which holds the meter
   */
  public static CorpusJvm programs(Path lightspeed, Path corpus) {
    return new CorpusJvm(lightspeed, corpus, "list");
  }

  /** The calls into the JDK in the same jar, each a program of its own. */
  public static CorpusJvm calls(Path lightspeed, Path corpus) {
    return new CorpusJvm(lightspeed, corpus, "calls");
  }

  @Override
  public List<Listed> programs() throws IOException, InterruptedException {
    List<Listed> programs = new ArrayList<>();
    for (Node line : lines(List.of(), list)) {
      programs.add(
          new Listed(
              line.get("name").text(),
              line.get("family").text(),
              line.get("half").text().equals("fitted")));
    }
    return programs;
  }

  @Override
  public Timed time(String program, boolean quick) throws IOException, InterruptedException {
    Node line = lines(List.of(), quick ? "time-quick" : "time", program).get(0);
    return new Timed(
        line.get("nsPerPass").integer(1, Long.MAX_VALUE), line.get("steady").text().equals("yes"));
  }

  @Override
  public Counted count(String program, MeterMode mode) throws IOException, InterruptedException {
    List<String> agent = List.of("-javaagent:" + lightspeed);
    return counted(lines(agent, "count", mode.word(), program).get(0));
  }

  @Override
  public List<Counted> count(
      List<String> programs, MeterMode mode, SortedMap<String, Integer> weights)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("lightspeed-weights", ".properties");
    try {
      StringBuilder text = new StringBuilder();
      weights.forEach(
          (kind, weight) ->
              text.append(kind.replace(" ", "\\ ")).append('=').append(weight).append('\n'));
      Files.writeString(file, text);
      List<String> words = new ArrayList<>(List.of("count", mode.word()));
      words.addAll(programs);
      List<String> agent = List.of("-javaagent:" + lightspeed + "=weights=" + file);
      return lines(agent, words.toArray(new String[0])).stream().map(CorpusJvm::counted).toList();
    } finally {
      Files.delete(file);
    }
  }

  private static Counted counted(Node line) {
    return new Counted(
        line.get("meter").text(),
        line.get("units").integer(0, Long.MAX_VALUE),
        line.get("unitsAgain").integer(0, Long.MAX_VALUE));
  }

  private List<Node> lines(List<String> agent, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(agent);
    command.addAll(List.of("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m"));
    command.addAll(List.of("-cp", corpus.toString(), RUNNER));
    command.addAll(List.of(words));
    String name = String.join(" ", words);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<Node> lines = new ArrayList<>();
    try (JsonSource source = JsonSource.lines(name, process.getInputStream())) {
      Node line = source.nextLine();
      while (line != null) {
        lines.add(line);
        line = source.nextLine();
      }
      int exitCode = process.waitFor();
      if (exitCode != 0 || lines.isEmpty()) {
        throw new IOException(
            "the JVM of the corpus that was asked to '"
                + name
                + "' ended with "
                + exitCode
                + ": see its message above");
      }
    } catch (InputException e) {
      // Nobody's input: what the other JVM has printed is no JSON.
      throw new IOException("the JVM of the corpus printed what it should not", e);
    } finally {
      process.destroy();
    }
    return lines;
  }
}
