/**
 * Counts everything again in other circumstances, in this JVM and in another one, and names what
 * makes a difference.
 */
@NullMarked
package dev.lightspeed.harness.verify;

import org.jspecify.annotations.NullMarked;
