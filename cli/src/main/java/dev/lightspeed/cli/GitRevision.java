package dev.lightspeed.cli;

import dev.lightspeed.harness.file.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A revision of the git repository that a file is in, read by git itself.
 *
 * @param name what the user calls it: a branch, a tag, a commit
 */
record GitRevision(String name) {

  /** What git printed and how it ended. */
  private record Answer(int exitCode, String out, String err) {}

  /**
   * The text of {@code file} as it is at this revision.
   *
   * @throws InputException if there is no git, no repository, no such revision, or no such file in
   *     it
   */
  String text(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || !folder.toFile().isDirectory()) {
      throw error("there is no folder " + folder);
    }
    Answer repository = git(folder, "rev-parse", "--is-inside-work-tree");
    if (repository.exitCode != 0) {
      throw error(folder + " is in no git repository that can be read: " + firstLine(repository));
    }
    Answer commit =
        git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
    if (commit.exitCode != 0) {
      throw error(
          "no such revision in the repository of "
              + folder
              + ": name a branch, a tag or a commit that 'git log' knows; where CI has cloned the"
              + " last commit alone, fetch it first");
    }
    Answer content = git(folder, "show", commit.out.strip() + ":./" + file.getFileName());
    if (content.exitCode != 0) {
      throw error(
          "there is no "
              + file
              + " at that revision: compare with one that has it, or leave --against out");
    }
    return content.out;
  }

  private Answer git(Path folder, String... args) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      // What git says against a file fits the pipe; what a file says may not, and is read first.
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), out, err);
    } catch (IOException e) {
      throw error("git cannot be run (" + e.getMessage() + "): install it, or leave --against out");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw error("interrupted while git ran");
    }
  }

  private static String firstLine(Answer answer) {
    return answer.err.lines().findFirst().orElse("git ended with " + answer.exitCode);
  }

  private InputException error(String problem) {
    return new InputException("--against: '" + name + "': " + problem);
  }
}
