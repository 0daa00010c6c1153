/** Markup that nothing but its author can write into. */
@NullMarked
package dev.lightspeed.harness.markup;

import org.jspecify.annotations.NullMarked;
