package dev.lightspeed.harness.calibrate;

/**
 * What a pass executed.
 *
 * @param units CPU units of the counted pass
 * @param unitsAgain CPU units of the pass after it; the same, if the program has settled
 * @param allocatedBytes bytes that the counted pass allocated, in the pinned layout
 */
public record Count(long units, long unitsAgain, long allocatedBytes) {}
