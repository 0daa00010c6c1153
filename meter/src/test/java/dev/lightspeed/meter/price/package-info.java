/** Tests of weights and prices. */
@NullMarked
package dev.lightspeed.meter.price;

import org.jspecify.annotations.NullMarked;
