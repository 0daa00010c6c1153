package dev.lightspeed.cli.text;

import dev.lightspeed.harness.git.Commit;
import dev.lightspeed.harness.git.Git;
import dev.lightspeed.harness.history.BaselineVersion;
import dev.lightspeed.harness.history.FigureHistory;
import dev.lightspeed.harness.history.FigureStep;
import dev.lightspeed.harness.text.Numbers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which commit made a figure worse, as far as a baseline can tell: it was written by one commit and
 * again by another, and the cause is one of those between, or the second itself.
 */
public final class Suspect {

  /** Names that a shell takes as they are. */
  private static final Pattern PLAIN = Pattern.compile("(?!-)[A-Za-z0-9_./-]*");

  private final FigureHistory history;
  private final Git git;
  private final Path here;
  private final String options;

  /**
   * @param history of the figure
   * @param file the baseline
   * @param here the working folder
   * @param options those that say which suite and baseline, for another command
   */
  public Suspect(FigureHistory history, Path file, Path here, String options) {
    this.history = history;
    this.git = Git.beside(file);
    this.here = here;
    this.options = options;
  }

  /** What to tell the user, lines with their ends; none if the figure never became worse. */
  public String text() {
    Optional<FigureStep> last = history.lastWorse();
    if (last.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    text.append("worse last:  ").append(inWords(last.get())).append('\n');
    FigureStep most = history.mostWorse().orElseThrow();
    if (!most.equals(last.get())) {
      text.append("worse most:  ").append(inWords(most)).append('\n');
    }
    appendCause(text, last.get());
    return text.toString();
  }

  /** Where, and by how much. */
  private static String inWords(FigureStep step) {
    String day = step.version().commit().map(commit -> ", " + commit.day()).orElse("");
    return step.version().name() + day + ": " + step.difference();
  }

  private void appendCause(StringBuilder text, FigureStep step) {
    Optional<Commit> now = step.version().commit();
    String from = step.before().flatMap(BaselineVersion::commit).orElseThrow().shortHash();
    if (now.isEmpty()) {
      text.append("it is not committed; all that has changed since the baseline before:\n");
      text.append("  git diff ").append(from).append('\n');
      return;
    }
    String to = now.get().shortHash();
    long commits = count(from + ".." + to);
    if (commits == 1) {
      text.append("it is the only commit since the baseline before, and has the cause:\n");
      text.append("  git show ").append(to).append('\n');
      return;
    }
    text.append("the cause is one of the ").append(Numbers.counted(commits, "commit"));
    text.append(" since the baseline before:\n");
    text.append("  git log ").append(from).append("..").append(to).append('\n');
    String folder = folder();
    text.append("to find it, with your build in place of BUILD");
    text.append(folder.isEmpty() ? ":\n" : ", in the top folder of the repository:\n");
    text.append("  git bisect start ").append(to).append(' ').append(from).append('\n');
    text.append("  git bisect run sh -c 'BUILD || exit 125\n");
    text.append(folder.isEmpty() ? "" : "    cd " + folder + " || exit 125\n");
    text.append("    lightspeed check --against ").append(from);
    text.append(" --workload ").append(history.workload()).append(options).append('\n');
    text.append("    exit $(($? > 1 ? 125 : $?))'\n");
  }

  private long count(String range) {
    return Long.parseLong(git.output("rev-list", "--count", range, "--").strip());
  }

  /** The working folder from the top of the repository, where alone bisecting can begin. */
  private String folder() {
    Git.Answer prefix = git.in(here).run("rev-parse", "--show-prefix");
    String folder = prefix.ok() ? prefix.out().strip() : "";
    return PLAIN.matcher(folder).matches() ? folder : "FOLDER";
  }
}
