/** Tests of the look for hazards. */
@NullMarked
package dev.lightspeed.meter.hazard;

import org.jspecify.annotations.NullMarked;
