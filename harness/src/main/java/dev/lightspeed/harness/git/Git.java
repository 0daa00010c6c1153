package dev.lightspeed.harness.git;

import dev.lightspeed.harness.file.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * git, run as a process in one folder of a repository. It answers in English and without colours,
 * and the same whatever the user has configured or a hook has set.
 */
public final class Git {

  /** How to mend a revision that is not there. */
  static final String NAME_ANOTHER =
      "name a branch, a tag or a commit that 'git log' knows; where CI has cloned the last commit"
          + " alone, fetch it first";

  /** Settings of the user that would change what is read here. */
  private static final List<String> SETTINGS =
      List.of(
          "color.ui=false",
          "core.quotePath=false",
          "diff.orderFile=/dev/null",
          "diff.renameLimit=1000",
          "diff.renames=true",
          "i18n.logOutputEncoding=UTF-8",
          "log.diffMerges=separate",
          "log.follow=false",
          "log.showRoot=true",
          "log.showSignature=false");

  /** Set by git for its hooks, where they name the repository of the hook. */
  private static final List<String> UNSET =
      List.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_PREFIX",
          "GIT_COMMON_DIR",
          "GIT_GLOB_PATHSPECS",
          "GIT_NOGLOB_PATHSPECS",
          "GIT_ICASE_PATHSPECS");

  private final Path folder;

  private Git(Path folder) {
    this.folder = folder;
  }

  /** What git printed and how it ended. */
  public record Answer(int exitCode, String out, String err) {

    /** Whether it did what it was asked. */
    public boolean ok() {
      return exitCode == 0;
    }

    /** Its first complaint. */
    public String complaint() {
      return err.lines().findFirst().orElse("git ended with " + exitCode);
    }
  }

  /**
   * git in the folder of {@code file}.
   *
   * @throws InputException if there is no git, no such folder, or no repository around it
   */
  public static Git beside(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || !folder.toFile().isDirectory()) {
      throw new InputException("there is no folder " + folder);
    }
    Git git = new Git(folder);
    Answer repository = git.run("rev-parse", "--is-inside-work-tree");
    if (!repository.ok()) {
      throw new InputException(
          folder + " is in no git repository that can be read: " + repository.complaint());
    }
    return git;
  }

  /** git in another folder of the same repository. */
  public Git in(Path other) {
    return new Git(other);
  }

  /** Where it runs. */
  public Path folder() {
    return folder;
  }

  /** The hash of the commit that {@code revision} names, if it names one. */
  Optional<String> commit(String revision) {
    Answer commit =
        run("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
    return commit.ok() ? Optional.of(commit.out.strip()) : Optional.empty();
  }

  /**
   * Runs one command to its end.
   *
   * @throws InputException if there is no git
   */
  public Answer run(String... args) {
    try {
      Process process = builder(args).start();
      process.getOutputStream().close();
      // What git says against a file fits the pipe; what a file says may not, and is read first.
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), out, err);
    } catch (IOException e) {
      throw missing(e);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /**
   * What a command printed.
   *
   * @throws InputException if it failed, or there is no git
   */
  public String output(String... args) {
    Answer answer = run(args);
    if (!answer.ok()) {
      throw new InputException("git in " + folder + ": " + answer.complaint());
    }
    return answer.out;
  }

  /** A process of git that is to be started, in this folder. */
  ProcessBuilder builder(String... args) {
    List<String> command = new ArrayList<>(List.of("git", "--no-pager", "--literal-pathspecs"));
    for (String setting : SETTINGS) {
      command.addAll(List.of("-c", setting));
    }
    command.addAll(List.of("-C", folder.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    UNSET.forEach(environment::remove);
    environment.put("LC_ALL", "C");
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    return builder;
  }

  /** The error that git cannot be started. */
  static InputException missing(IOException e) {
    return new InputException("git cannot be run (" + e.getMessage() + "): install it", e);
  }

  /** The error that nobody waits for git any more. */
  static InputException interrupted() {
    Thread.currentThread().interrupt();
    return new InputException("interrupted while git ran");
  }
}
