/** Reads out of a git repository: revisions, and the commits that changed a file. */
@NullMarked
package dev.lightspeed.harness.git;

import org.jspecify.annotations.NullMarked;
