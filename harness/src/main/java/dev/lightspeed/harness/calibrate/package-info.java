/**
 * How fast this machine is, in CPU units: what a pass counts, held against the CPU time it takes.
 */
@NullMarked
package dev.lightspeed.harness.calibrate;

import org.jspecify.annotations.NullMarked;
