package dev.lightspeed.harness.git;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a commit made of a file, as {@code git log} has it.
 *
 * @param commit the commit
 * @param isRoot whether this clone has nothing before it
 * @param status what git calls it: A, C, D, M, R or T
 * @param blob the hash of the file's content; empty if the commit removed it
 * @param oldPath the file's name before, from the top of the repository
 * @param path its name in the commit, likewise
 */
public record FileCommit(
    Commit commit,
    boolean isRoot,
    char status,
    Optional<String> blob,
    String oldPath,
    String path) {

  private static final String FORMAT = "--format=tformat:%H%x00%ct%x00%P%x00%s";

  private static final Pattern NOTHING = Pattern.compile("0+");

  /**
   * The commits of {@code range} that changed a file, newest first, as far back as it was made. A
   * merge is one commit, which changed what the merged branch did; a renamed file is followed, and
   * one that was copied begins with its copy.
   *
   * @param top git in the top folder of the repository
   * @param range a commit, or {@code from..to}
   * @param path the file, from there
   * @param limit how many at most
   */
  public static List<FileCommit> log(Git top, String range, String path, int limit) {
    String log =
        top.output(
            "log",
            "-z",
            "--max-count=" + limit,
            "--first-parent",
            "-m",
            "--follow",
            "--raw",
            "--no-abbrev",
            FORMAT,
            range,
            "--",
            path);
    return parse(log);
  }

  /** What {@code git log} printed: four fields, then lines that begin with a colon, then paths. */
  static List<FileCommit> parse(String log) {
    List<FileCommit> commits = new ArrayList<>();
    Iterator<String> fields = List.of(log.split("\0", -1)).iterator();
    String hash = fields.next();
    while (!hash.isEmpty()) {
      long second = second(fields.next());
      boolean root = fields.next().isEmpty();
      Commit commit = new Commit(hash, second, fields.next());
      // ":100644 100644 <blob> <blob> M", at the start of a line.
      String[] raw = fields.next().strip().split(" ", -1);
      char status = raw[4].charAt(0);
      String oldPath = fields.next();
      String path = status == 'R' || status == 'C' ? fields.next() : oldPath;
      Optional<String> blob = Optional.of(raw[3]).filter(each -> !NOTHING.matcher(each).matches());
      commits.add(new FileCommit(commit, root, status, blob, oldPath, path));
      if (status == 'C') {
        break;
      }
      hash = fields.next();
    }
    return commits;
  }

  /** Whether the commit made the file, so that there is nothing before it. */
  public boolean isBeginning() {
    return status == 'A' || status == 'C';
  }

  private static long second(String text) {
    return text.matches("[0-9]{1,18}") ? Math.min(Long.parseLong(text), Commit.LAST_SECOND) : 0;
  }
}
