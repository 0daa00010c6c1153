/** How figures changed from commit to commit, by the baselines that were committed. */
@NullMarked
package dev.lightspeed.harness.history;

import org.jspecify.annotations.NullMarked;
