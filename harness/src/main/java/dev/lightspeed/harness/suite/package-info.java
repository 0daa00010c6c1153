/** Suite files: which scenarios to run, on which profile, within which budgets. */
@NullMarked
package dev.lightspeed.harness.suite;

import org.jspecify.annotations.NullMarked;
