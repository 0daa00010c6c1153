package dev.lightspeed.harness.calibrate;

/**
 * How long a pass took.
 *
 * @param nsPerPass nanoseconds of CPU time of the thread that ran it, at least 1
 * @param steady whether the warm-up ended because passes got no faster, and not because it was long
 */
public record Timing(long nsPerPass, boolean steady) {}
