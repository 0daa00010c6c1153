/** What makes counts differ from run to run, and a look for it in class files. */
@NullMarked
package dev.lightspeed.meter.hazard;

import org.jspecify.annotations.NullMarked;
