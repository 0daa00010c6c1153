/** The pinned layout: how large objects are, and what they refer to, on every JVM. */
@NullMarked
package dev.lightspeed.meter.layout;

import org.jspecify.annotations.NullMarked;
