/** What is counted for how much: the weights of bytecodes, the prices of calls into the JDK. */
@NullMarked
package dev.lightspeed.meter.price;

import org.jspecify.annotations.NullMarked;
