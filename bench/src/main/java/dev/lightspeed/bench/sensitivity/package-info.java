/**
 * {@code benchmark sensitivity}: the gate and JMH side by side, and which regressions each of them
 * sees.
 */
@NullMarked
package dev.lightspeed.bench.sensitivity;

import org.jspecify.annotations.NullMarked;
