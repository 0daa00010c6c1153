/** Outputs that people read as text. */
@NullMarked
package dev.lightspeed.harness.output.text;

import org.jspecify.annotations.NullMarked;
