/** {@code lightspeed bench}: the project's own figures, measured on this machine. */
@NullMarked
package dev.lightspeed.cli.bench;

import org.jspecify.annotations.NullMarked;
