/**
 * The one pipeline: a {@link dev.lightspeed.harness.run.Plan} goes in, an {@link
 * dev.lightspeed.harness.run.Outcome} comes out, a {@link dev.lightspeed.harness.run.RunListener}
 * is told of progress. Every front end runs through it.
 */
@NullMarked
package dev.lightspeed.harness.run;

import org.jspecify.annotations.NullMarked;
