package dev.lightspeed.harness.git;

import dev.lightspeed.harness.file.InputException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which commits to look at, in hashes.
 *
 * @param name what the user calls it; empty for all up to the last commit
 * @param from the last commit that does not belong to it, if there is one
 * @param to its last commit
 * @param endsHere whether that is the commit that the working tree is based on
 */
public record GitRange(String name, Optional<String> from, String to, boolean endsHere) {

  /**
   * The range that a user means.
   *
   * @param name {@code to}, {@code from..to} or {@code from..}; null for all up to the last commit
   * @throws InputException if there is no such commit
   */
  public static GitRange of(Git git, @Nullable String name) {
    Optional<String> head = git.commit("HEAD");
    if (name == null) {
      String to =
          head.orElseThrow(
              () ->
                  new InputException(
                      "the repository of "
                          + git.folder()
                          + " has no commit yet: commit the baseline first"));
      return new GitRange("", Optional.empty(), to, true);
    }
    int dots = name.indexOf("..");
    String end = dots < 0 ? name : name.substring(dots + 2);
    if (dots == 0 || end.startsWith(".")) {
      throw error(name, "is no range: give REF, REF.. or REF..REF");
    }
    Optional<String> from =
        dots < 0 ? Optional.empty() : Optional.of(commit(git, name, name.substring(0, dots)));
    String to = commit(git, name, end.isEmpty() && dots > 0 ? "HEAD" : end);
    return new GitRange(name, from, to, head.isPresent() && head.get().equals(to));
  }

  /** Whether the user has named none. */
  public boolean isDefault() {
    return name.isEmpty();
  }

  /** As git takes it. */
  public String text() {
    return from.map(each -> each + "..").orElse("") + to;
  }

  private static String commit(Git git, String range, String revision) {
    return git.commit(revision)
        .orElseThrow(
            () ->
                error(
                    range,
                    "no such revision as '"
                        + revision
                        + "' in the repository of "
                        + git.folder()
                        + ": "
                        + Git.NAME_ANOTHER));
  }

  private static InputException error(String range, String problem) {
    return new InputException("--range: '" + range + "': " + problem);
  }
}
