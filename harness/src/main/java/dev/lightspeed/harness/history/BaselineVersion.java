package dev.lightspeed.harness.history;

import dev.lightspeed.harness.git.Commit;
import dev.lightspeed.harness.text.OneLine;
import java.util.Optional;

/**
 * The baseline as a commit left it.
 *
 * @param commit the commit; empty for what is in the working tree and not committed
 * @param content what the file holds there
 * @param renamedFrom the file's name before, in the repository, if the commit renamed it
 */
public record BaselineVersion(
    Optional<Commit> commit, BaselineContent content, Optional<String> renamedFrom) {

  /** Makes the name harmless to terminals. */
  public BaselineVersion {
    renamedFrom = renamedFrom.map(OneLine::of);
  }

  /** A version under the same name as before. */
  public BaselineVersion(Optional<Commit> commit, BaselineContent content) {
    this(commit, content, Optional.empty());
  }

  /** What to call it: the commit's short hash, or {@code not committed}. */
  public String name() {
    return commit.map(Commit::shortHash).orElse("not committed");
  }
}
