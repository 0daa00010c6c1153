/**
 * What instrumented code calls. These classes live on the boot class path, where code of every
 * class loader finds them.
 */
@NullMarked
package dev.lightspeed.meter.boot;

import org.jspecify.annotations.NullMarked;
