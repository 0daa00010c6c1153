/** Tests of the goals; those of whole builds end in {@code IT}. */
@NullMarked
package dev.lightspeed.maven;

import org.jspecify.annotations.NullMarked;
