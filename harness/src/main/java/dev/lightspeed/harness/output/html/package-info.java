/** Outputs for a browser. */
@NullMarked
package dev.lightspeed.harness.output.html;

import org.jspecify.annotations.NullMarked;
