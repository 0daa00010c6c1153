/** Files read with errors that say where, and written whole or not at all. */
@NullMarked
package dev.lightspeed.harness.file;

import org.jspecify.annotations.NullMarked;
