/** Outputs that other programs read. */
@NullMarked
package dev.lightspeed.harness.output.data;

import org.jspecify.annotations.NullMarked;
