package dev.lightspeed.harness.history;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.git.FileCommit;
import dev.lightspeed.harness.git.Git;
import dev.lightspeed.harness.git.GitObjects;
import dev.lightspeed.harness.git.GitRange;
import dev.lightspeed.harness.report.BaselineFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what became of a baseline out of git, along the first parents of one branch: so each
 * version is the successor of the one before it, and a merge counts as what it brought in.
 */
public final class BaselineLog {

  private final Path file;
  private final Git git;
  private final Git top;
  private final GitObjects objects;

  private BaselineLog(Path file, Git git, Git top, GitObjects objects) {
    this.file = file;
    this.git = git;
    this.top = top;
    this.objects = objects;
  }

  /**
   * The history of {@code file}.
   *
   * @param range which commits: {@code to}, {@code from..to} or {@code from..}; null for all up to
   *     the last one
   * @param limit how many commits at most, the newest ones
   * @throws InputException if there is no git, no repository, no such range, or no commit with the
   *     file
   */
  public static BaselineHistory read(Path file, @Nullable String range, int limit) {
    Git git = Git.beside(file);
    GitRange commits = GitRange.of(git, range);
    Git top = git.in(Path.of(git.output("rev-parse", "--show-toplevel").replaceFirst("\n$", "")));
    try (GitObjects objects = GitObjects.of(top)) {
      return new BaselineLog(file, git, top, objects).history(commits, limit);
    }
  }

  private BaselineHistory history(GitRange range, int limit) {
    String prefix = git.output("rev-parse", "--show-prefix").replaceFirst("\n$", "");
    String path = prefix + file.getFileName();
    List<FileCommit> commits = FileCommit.log(top, range.text(), path, limit);
    Optional<FileCommit> before = before(commits, range, path);
    if (commits.isEmpty() && before.isEmpty()) {
      throw nowhere(range);
    }
    List<BaselineVersion> versions = new ArrayList<>();
    commits.forEach(commit -> versions.add(version(commit)));
    Collections.reverse(versions);
    if (range.endsHere()) {
      Optional<FileCommit> newest = commits.isEmpty() ? before : Optional.of(commits.get(0));
      newest.flatMap(this::notCommitted).ifPresent(versions::add);
    }
    return new BaselineHistory(
        file.toString(), before.map(this::version), versions, isCut(commits));
  }

  /** The last commit before those of the range that changed the file. */
  private Optional<FileCommit> before(List<FileCommit> commits, GitRange range, String path) {
    if (commits.isEmpty()) {
      return FileCommit.log(top, range.to(), path, 1).stream().findFirst();
    }
    FileCommit oldest = commits.get(commits.size() - 1);
    return oldest.isBeginning() || oldest.isRoot()
        ? Optional.empty()
        : FileCommit.log(top, oldest.commit().hash() + "^1", oldest.oldPath(), 1).stream()
            .findFirst();
  }

  /** A shallow clone begins with a commit that seems to have made every file. */
  private boolean isCut(List<FileCommit> commits) {
    return !commits.isEmpty()
        && commits.get(commits.size() - 1).isRoot()
        && top.output("rev-parse", "--is-shallow-repository").strip().equals("true");
  }

  private BaselineVersion version(FileCommit commit) {
    BaselineContent content =
        commit.blob().isEmpty()
            ? new BaselineContent.Absent()
            : objects
                .file(commit.blob().get())
                .map(bytes -> content(file + " at " + commit.commit().shortHash(), bytes))
                .orElse(
                    new BaselineContent.Unreadable(
                        "its content is not in this clone, or too large"));
    Optional<String> renamedFrom =
        commit.status() == 'R' ? Optional.of(commit.oldPath()) : Optional.empty();
    return new BaselineVersion(Optional.of(commit.commit()), content, renamedFrom);
  }

  /** What the working tree has, where that is something else than the newest commit has. */
  private Optional<BaselineVersion> notCommitted(FileCommit newest) {
    BaselineContent committed = version(newest).content();
    BaselineContent content = new BaselineContent.Absent();
    if (Files.exists(file)) {
      try {
        byte[] bytes = Files.readAllBytes(file);
        boolean same =
            newest
                .blob()
                .flatMap(objects::file)
                .filter(each -> Arrays.equals(each, bytes))
                .isPresent();
        content = same ? committed : content(file.toString(), bytes);
      } catch (IOException e) {
        content = new BaselineContent.Unreadable(file + ": cannot be read: " + e.getMessage());
      }
    }
    return content.equals(committed)
        ? Optional.empty()
        : Optional.of(new BaselineVersion(Optional.empty(), content));
  }

  private static BaselineContent content(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new BaselineContent.Present(BaselineFile.parseOld(name, text));
    } catch (CharacterCodingException e) {
      return new BaselineContent.Unreadable(name + ": is not UTF-8 text");
    } catch (InputException e) {
      return new BaselineContent.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private InputException nowhere(GitRange range) {
    String where = range.isDefault() ? "no commit has it" : "no commit of " + range + " has it";
    return new InputException(
        Files.exists(file)
            ? file + ": " + where + ", and its history is that of its commits: commit it"
            : file
                + ": there is no baseline, and "
                + where
                + ": write one with 'lightspeed update' and commit it, or name another with"
                + " --baseline");
  }
}
