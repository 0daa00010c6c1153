/** Tests of the meter. */
@NullMarked
package dev.lightspeed.meter;

import org.jspecify.annotations.NullMarked;
