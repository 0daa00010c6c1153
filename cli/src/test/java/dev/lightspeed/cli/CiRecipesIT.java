package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Runs every line of the recipes of docs/CI.md, and of the action that one of them uses, as the
 * servers that they are for would.
 */
class CiRecipesIT {

  private static final Path RECIPES = Path.of("..", "docs", "ci");
  private static final Pattern JENKINS =
      Pattern.compile("(?m)^ *(?:(?<sh>sh) '(?<line>.*)'|(?<name>\\w+) = '(?<value>.*)')$");

  private static final Pattern INPUT = Pattern.compile("\\$\\{\\{ inputs\\.(\\S+) }}");

  /** A repository whose main branch has a gate that passes. */
  @TempDir static Path gated;

  @TempDir Path folder;
  private Path repository;

  @BeforeEach
  void haveAGate() throws Exception {
    repository = gated;
    if (Files.notExists(gated.resolve(".git"))) {
      commitAGate();
    }
    Path work = folder.resolve("work");
    desk("cp -R . '" + work + "'");
    repository = work;
  }

  private void commitAGate() throws Exception {
    Path tools = Files.createDirectory(repository.resolve("tools"));
    Files.copy(Path.of(System.getProperty("lightspeed.jar")), tools.resolve("lightspeed.jar"));
    Files.writeString(repository.resolve(".gitignore"), "target/\nlightspeed/classes/\n");
    desk("git init --quiet --initial-branch=main");
    desk("java -jar tools/lightspeed.jar init");
    desk("javac -cp tools/lightspeed.jar -d lightspeed/classes lightspeed/*.java");
    desk("java -jar tools/lightspeed.jar update");
    commit("Add a gate");
    desk("git update-ref refs/remotes/origin/main main");
    desk("rm -r lightspeed/classes");
  }

  @Test
  void gitHubPassesWhatIsTheSame() throws Exception {
    Job job = gitHub();

    assertThat(job.exitCode()).as("%s", job.printed()).isZero();
    assertThat(job.printed())
        .contains("::notice title=performance passed::1 scenario passed\n")
        .contains("### ✅ Performance: 1 scenario passed\n");
    assertThat(repository.resolve("target/lightspeed.html")).isNotEmptyFile();
  }

  @Test
  void gitHubFailsWhatIsWorseAndSaysWhere() throws Exception {
    regress();
    Job job = gitHub();

    assertThat(job.exitCode()).as("%s", job.printed()).isEqualTo(1);
    assertThat(job.printed())
        .contains("::error title=example%3A baseline::example: ")
        .contains("### ❌ Performance: 1 of 1 scenario failed\n")
        .contains("avg payload 35 B > 27 B (+29.6 %25); event add 31 → 42 B")
        .contains("in add › ExampleWorkload.TaskList.handle › Frame.of › String.getBytes");
    assertThat(repository.resolve("target/lightspeed.html")).isNotEmptyFile();
  }

  @Test
  void gitLabPassesWhatIsTheSameAndFailsWhatIsWorse() throws Exception {
    assertThat(gitLab().exitCode()).isZero();
    assertThat(junit()).contains("failures=\"0\"").doesNotContain("<failure");
    regress();

    assertThat(gitLab().exitCode()).isEqualTo(1);
    assertThat(junit()).contains("<failure type=\"baseline\" message=\"example: avg payload ");
    assertThat(repository.resolve("target/lightspeed.html")).isNotEmptyFile();
  }

  @Test
  void jenkinsPassesWhatIsTheSameAndFailsWhatIsWrong() throws Exception {
    assertThat(jenkins().exitCode()).isZero();
    assertThat(junit()).contains("failures=\"0\"");
    Path suite = repository.resolve("lightspeed.yaml");
    Files.writeString(suite, Files.readString(suite).replace("sessions:", "session:"));
    commit("Break the suite");
    Job job = jenkins();

    assertThat(job.exitCode()).isEqualTo(2);
    assertThat(job.printed()).contains("session: unknown key, did you mean 'sessions'?");
  }

  private void regress() throws Exception {
    Path source = repository.resolve("lightspeed/ExampleWorkload.java");
    Files.writeString(source, Files.readString(source).replace("<li>", "<li class=task>"));
    commit("Give each task a class");
  }

  private String junit() throws IOException {
    return Files.readString(repository.resolve("target/lightspeed.xml"));
  }

  /**
   * How a job ended.
   *
   * @param exitCode of the first line that failed, 0 if none did
   * @param printed by all lines, and to the job's summary
   */
  private record Job(int exitCode, String printed) {}

  /** The steps of the action, with its defaults. */
  private Job gitHub() throws Exception {
    Object gate = in(in(yaml(RECIPES.resolve("github-actions.yml")), "jobs"), "gate");
    assertThat(((List<?>) in(gate, "steps")).stream().map(step -> in(step, "uses")).toList())
        .as("a checkout, and the action that is tested here")
        .hasSize(2)
        .last()
        .isEqualTo("lightspeed-harness/lightspeed-harness@main");
    Object action = yaml(Path.of("..", "action.yml"));
    Object inputs = in(action, "inputs");
    Path summary = folder.resolve("summary");
    StringBuilder printed = new StringBuilder();
    int exitCode = 0;
    // One after another; after one that fails, those that ask for it.
    for (Object each : (List<?>) in(in(action, "runs"), "steps")) {
      Map<?, ?> step = (Map<?, ?>) each;
      String condition = String.valueOf(step.get("if"));
      boolean runs =
          switch (condition) {
            case "always()" -> true;
            case "failure() && github.event_name == 'pull_request'" -> exitCode != 0;
            case "null" -> exitCode == 0;
            default -> throw new AssertionError("what does '" + condition + "' mean?");
          };
      if (runs && step.containsKey("run")) {
        Map<String, String> environment = environment(step, inputs);
        environment.put("GITHUB_STEP_SUMMARY", summary.toString());
        environment.put("GITHUB_BASE_REF", "main");
        Job done = shell("bash -e", String.valueOf(step.get("run")), environment);
        printed.append(done.printed());
        exitCode = exitCode == 0 ? done.exitCode() : exitCode;
      }
    }
    return new Job(exitCode, printed + Files.readString(summary));
  }

  /** The variables of a step, which are all inputs of its action. */
  private static Map<String, String> environment(Map<?, ?> step, Object inputs) {
    Map<String, String> environment = new LinkedHashMap<>();
    if (step.containsKey("env")) {
      strings(in(step, "env"))
          .forEach(
              (name, value) -> {
                Matcher input = INPUT.matcher(value);
                assertThat(input.matches()).as(value).isTrue();
                environment.put(name, "" + in(in(inputs, input.group(1)), "default"));
              });
    }
    return environment;
  }

  private Job gitLab() throws Exception {
    Object job = in(yaml(RECIPES.resolve("gitlab-ci.yml")), "performance");
    List<String> lines = new ArrayList<>();
    for (String key : List.of("before_script", "script")) {
      ((List<?>) in(job, key)).forEach(line -> lines.add(String.valueOf(line)));
    }
    return shell("bash -e", String.join("\n", lines), strings(in(job, "variables")));
  }

  private Job jenkins() throws Exception {
    Map<String, String> environment = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    Matcher matcher = JENKINS.matcher(Files.readString(RECIPES.resolve("Jenkinsfile")));
    while (matcher.find()) {
      if (matcher.group("sh") != null) {
        lines.add(matcher.group("line"));
      } else {
        environment.put(matcher.group("name"), matcher.group("value"));
      }
    }
    assertThat(lines).hasSize(3);
    return shell("sh -e", String.join("\n", lines), environment);
  }

  private static Object yaml(Path file) throws IOException {
    String text = Files.readString(file);
    return Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(text));
  }

  private static Object in(Object map, String key) {
    return Objects.requireNonNull(((Map<?, ?>) map).get(key), key);
  }

  private static Map<String, String> strings(Object map) {
    Map<String, String> strings = new LinkedHashMap<>();
    ((Map<?, ?>) map).forEach((key, value) -> strings.put("" + key, "" + value));
    return strings;
  }

  private void commit(String message) throws Exception {
    desk(
        "git add . && git -c user.name=T -c user.email=t@example.org commit -qm '" + message + "'");
  }

  /** A line at a desk, which has to succeed. */
  private void desk(String line) throws Exception {
    Job done = run(new ProcessBuilder("sh", "-ec", line), false);
    assertThat(done.exitCode()).as("%s: %s", line, done.printed()).isZero();
  }

  private Job shell(String shell, String script, Map<String, String> environment) throws Exception {
    List<String> command = new ArrayList<>(List.of(shell.split(" ", -1)));
    command.add(Files.writeString(folder.resolve("script"), script).toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return run(builder, true);
  }

  /** The JDK of these tests, without its optimising compiler: each of its JVMs lives a second. */
  private Path bin() throws IOException {
    Path bin = repository.resolveSibling("bin");
    if (!Files.exists(bin)) {
      Files.createDirectory(bin);
      Path jdk = Path.of(System.getProperty("java.home"), "bin");
      for (String tool : List.of("java -XX:", "javac -J-XX:")) {
        String name = tool.substring(0, tool.indexOf(' '));
        Path script = bin.resolve(name);
        Files.writeString(
            script, "#!/bin/sh\nexec " + jdk.resolve(tool) + "TieredStopAtLevel=1 \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
      }
    }
    return bin;
  }

  private Job run(ProcessBuilder builder, boolean ci) throws Exception {
    builder.environment().merge("PATH", bin().toString(), (path, java) -> java + ":" + path);
    builder.environment().remove("CI");
    if (ci) {
      builder.environment().put("CI", "true");
    }
    Process process = builder.directory(repository.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Job(process.waitFor(), printed);
  }
}
