/** Flame graphs: attributions as pages for a browser. */
@NullMarked
package dev.lightspeed.harness.flame;

import org.jspecify.annotations.NullMarked;
