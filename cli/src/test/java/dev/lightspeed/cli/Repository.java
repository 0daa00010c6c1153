package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.cli.text.Environment;
import dev.lightspeed.cli.text.Workplace;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.BaselineFile;
import dev.lightspeed.harness.report.Details;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A git repository in a folder, whose commits are the same everywhere: a day each, from 2026 on.
 */
public final class Repository {

  public static final String METER = "portable/2";

  private static final long NEW_YEAR = 1_767_225_600;
  private static final long DAY = 24 * 60 * 60;

  private final Path folder;
  private int day;

  private Repository(Path folder) {
    this.folder = folder;
  }

  /** A new one, without commits. */
  static Repository in(Path folder) {
    Repository repository = new Repository(folder);
    repository.git("init", "--quiet");
    repository.git("symbolic-ref", "HEAD", "refs/heads/main");
    return repository;
  }

  /** A scenario of 10 sessions of 10 events, each of so many bytes. */
  public static ScenarioReport scenario(String label, long payload) {
    return scenario(label, 10, payload);
  }

  public static ScenarioReport scenario(String label, int sessions, long payload) {
    long events = 10L * sessions;
    return new ScenarioReport(
        label,
        sessions,
        10,
        events,
        1,
        1,
        payload * events,
        payload,
        events,
        1,
        1,
        1,
        1000,
        details(1, 1, events, 1, 1, events, 1, payload, 1, 1, 1, 100, 100));
  }

  /** Details with these values, in the order of the figures. */
  public static Details details(long... values) {
    SortedMap<Figure, Long> details = new TreeMap<>();
    Figure[] all = Figure.values();
    for (int i = 0; i < values.length; i++) {
      details.put(all[all.length - values.length + i], values[i]);
    }
    return new Details(details);
  }

  /** A baseline's text. */
  public static String baseline(String meter, ScenarioReport... scenarios) {
    Profile profile = new Profile("pinned", 6000, 200, 1_048_576);
    Report report = new Report(profile, List.of(scenarios), meter, List.of());
    return BaselineFile.write(new Baseline(report, "Java 17"));
  }

  /** Writes a baseline of a cart with so many bytes an event. */
  Repository cart(long payload) {
    return write("lightspeed.baseline.json", baseline(METER, scenario("cart", payload)));
  }

  /** Writes a file. */
  Repository write(String name, String text) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits everything, a day after the commit before, and says its short hash. */
  String commit(String subject) {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message=" + subject);
    day++;
    return head();
  }

  /** Merges another branch, which is a commit in any case. */
  String merge(String branch) {
    git("merge", "--quiet", "--no-ff", "--message=Merge " + branch, branch);
    day++;
    return head();
  }

  /** The short hash of the last commit. */
  String head() {
    return git("rev-parse", "HEAD").substring(0, 9);
  }

  /** Runs git and says what it printed. */
  String git(String... args) {
    String date = NEW_YEAR + day * DAY + " +0000";
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.org"));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_AUTHOR_DATE", date);
    environment.put("GIT_COMMITTER_DATE", date);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("%s: %s", command, out).isZero();
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs {@code lightspeed history} in a folder of the repository. */
  CommandRun history(String... args) {
    List<String> words = new ArrayList<>(List.of("history"));
    words.addAll(List.of(args));
    return CommandRun.in(
        Environment.plain().at(new Workplace(folder, false)), words.toArray(new String[0]));
  }
}
