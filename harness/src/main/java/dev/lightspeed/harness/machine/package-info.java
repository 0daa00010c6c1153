/** The pinned virtual machine that replays traces in virtual time. */
@NullMarked
package dev.lightspeed.harness.machine;

import org.jspecify.annotations.NullMarked;
