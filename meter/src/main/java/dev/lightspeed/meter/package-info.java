/** The meter: executed bytecodes counted by a Java agent, and memory in a pinned layout. */
@NullMarked
package dev.lightspeed.meter;

import org.jspecify.annotations.NullMarked;
