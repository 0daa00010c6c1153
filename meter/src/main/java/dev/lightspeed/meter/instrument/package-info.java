/** Makes class files count themselves: what is inserted, and where. */
@NullMarked
package dev.lightspeed.meter.instrument;

import org.jspecify.annotations.NullMarked;
