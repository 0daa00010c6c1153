/** {@code benchmark speed}: the project's own figures, measured on this machine. */
@NullMarked
package dev.lightspeed.bench.speed;

import org.jspecify.annotations.NullMarked;
