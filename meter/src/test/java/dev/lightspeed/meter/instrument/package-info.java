/** Tests of what is inserted into class files. */
@NullMarked
package dev.lightspeed.meter.instrument;

import org.jspecify.annotations.NullMarked;
