/** The commands, a file each, and the exit codes that they end with. */
@NullMarked
package dev.lightspeed.cli.command;

import org.jspecify.annotations.NullMarked;
