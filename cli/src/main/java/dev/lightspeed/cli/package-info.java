/** The command {@code lightspeed}: arguments, progress, rendering and exit codes. */
@NullMarked
package dev.lightspeed.cli;

import org.jspecify.annotations.NullMarked;
