/** Tests of the pinned layout. */
@NullMarked
package dev.lightspeed.meter.layout;

import org.jspecify.annotations.NullMarked;
