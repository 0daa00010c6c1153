/** Numbers as people read them, the same in every message and every output. */
@NullMarked
package dev.lightspeed.harness.text;

import org.jspecify.annotations.NullMarked;
