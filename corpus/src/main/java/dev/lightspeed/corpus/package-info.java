/** The programs that the meter is calibrated with, and the runner that times and counts them. */
@NullMarked
package dev.lightspeed.corpus;

import org.jspecify.annotations.NullMarked;
