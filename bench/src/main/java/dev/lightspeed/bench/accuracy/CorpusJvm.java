package dev.lightspeed.bench.accuracy;

import dev.lightspeed.cli.option.CommandJar;
import dev.lightspeed.harness.calibrate.Jvm;
import dev.lightspeed.harness.file.JsonSource;
import dev.lightspeed.harness.file.Node;
import dev.lightspeed.meter.MeterMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * Starts the corpus in fresh JVMs of this JDK, with the heap fixed and its optimising compiler on.
 * A JVM runs one program, as what ran before would decide how the JIT compiles what runs now.
 */
public final class CorpusJvm implements CorpusMachine {

  private static final String JAR = "lightspeed.corpus";
  private static final String RUNNER = "dev.lightspeed.corpus.CorpusRunner";

  private final Path lightspeed;
  private final Path corpus;
  private final String list;

  private CorpusJvm(Path lightspeed, Path corpus, String list) {
    this.lightspeed = lightspeed;
    this.corpus = corpus;
    this.list = list;
  }

  /** The corpus. */
  public static CorpusJvm ofPrograms() {
    return listing("list");
  }

  /** The calls into the JDK in the same jar, each a program of its own. */
  public static CorpusJvm ofCalls() {
    return listing("calls");
  }

  /** The launcher names the jar of the corpus; the meter is in the command's own. */
  private static CorpusJvm listing(String word) {
    String corpus = Objects.requireNonNull(System.getProperty(JAR), JAR);
    return new CorpusJvm(CommandJar.path("benchmark"), Path.of(corpus), word);
  }

  @Override
  public List<Listed> programs() throws IOException {
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
  public TimedProgram time(String program, boolean quick) throws IOException {
    Node line = lines(List.of(), quick ? "time-quick" : "time", program).get(0);
    return new TimedProgram(
        line.get("nsPerPass").integer(1, Long.MAX_VALUE), line.get("steady").text().equals("yes"));
  }

  @Override
  public CountedProgram count(String program, MeterMode mode) throws IOException {
    List<String> agent = List.of("-javaagent:" + lightspeed);
    return counted(lines(agent, "count", mode.word(), program).get(0));
  }

  @Override
  public List<CountedProgram> count(
      List<String> programs, MeterMode mode, SortedMap<String, Integer> weights)
      throws IOException {
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

  private static CountedProgram counted(Node line) {
    return new CountedProgram(
        line.get("meter").text(),
        line.get("units").integer(0, Long.MAX_VALUE),
        line.get("unitsAgain").integer(0, Long.MAX_VALUE));
  }

  private List<Node> lines(List<String> agent, String... words) throws IOException {
    List<String> flags = new ArrayList<>(agent);
    flags.addAll(Jvm.TIMING);
    List<Node> lines = new ArrayList<>();
    String name = String.join(" ", words);
    Jvm.run(
        flags,
        corpus.toString(),
        RUNNER,
        List.of(words),
        line -> lines.add(JsonSource.parse(name, line)));
    return lines;
  }
}
