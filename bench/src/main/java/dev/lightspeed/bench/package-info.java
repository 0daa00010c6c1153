/**
 * {@code lightspeed bench sensitivity}: which regressions the gate sees, and which a gate by the
 * clock sees. A package of its own because it is counted: the work that it injects is work.
 */
@NullMarked
package dev.lightspeed.bench;

import org.jspecify.annotations.NullMarked;
