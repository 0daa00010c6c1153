/** What a run found, as people and other programs read it. */
@NullMarked
package dev.lightspeed.harness.output;

import org.jspecify.annotations.NullMarked;
