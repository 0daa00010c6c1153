/** Other work on this machine, for measuring beside it. */
@NullMarked
package dev.lightspeed.bench.jvm;

import org.jspecify.annotations.NullMarked;
