/** The command {@code benchmark}, for maintainers: one file for each of its commands. */
@NullMarked
package dev.lightspeed.bench;

import org.jspecify.annotations.NullMarked;
