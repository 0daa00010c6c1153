/** Calls into the JDK, one by one, which the meter's prices are set by. */
@NullMarked
package dev.lightspeed.corpus.calls;

import org.jspecify.annotations.NullMarked;
