/** How the meter starts with the JVM, and keeps to what it was told to count. */
@NullMarked
package dev.lightspeed.meter.agent;

import org.jspecify.annotations.NullMarked;
