package dev.lightspeed.harness.git;

import dev.lightspeed.harness.file.InputException;
import java.nio.file.Path;

/**
 * A revision of the git repository that a file is in, read by git itself.
 *
 * @param name what the user calls it: a branch, a tag, a commit
 */
public record GitRevision(String name) {

  /**
   * The text of {@code file} as it is at this revision.
   *
   * @throws InputException if there is no git, no repository, no such revision, or no such file in
   *     it
   */
  public String text(Path file) {
    try {
      Git git = Git.beside(file);
      String commit =
          git.commit(name)
              .orElseThrow(
                  () ->
                      new InputException(
                          "no such revision in the repository of "
                              + git.folder()
                              + ": "
                              + Git.NAME_ANOTHER));
      Git.Answer content = git.run("cat-file", "blob", commit + ":./" + file.getFileName());
      if (!content.ok()) {
        throw new InputException(
            "there is no "
                + file
                + " at that revision: compare with one that has it, or leave --against out");
      }
      return content.out();
    } catch (InputException e) {
      throw new InputException("--against: '" + name + "': " + e.getMessage(), e);
    }
  }
}
