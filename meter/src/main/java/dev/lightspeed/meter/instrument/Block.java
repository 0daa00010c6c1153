package dev.lightspeed.meter.instrument;

/**
 * A basic block: instructions that run one after the other, entered at the first and left at the
 * last.
 *
 * @param start index of its first real instruction in the method's instruction list
 * @param units CPU units of its instructions, as far as they are known beforehand
 * @param bytes that its instructions allocate, as far as they are known beforehand
 * @param loopEnd index of the last instruction from which control may come back to it, -1 if none
 * @param catchesLimit whether it is a handler into which a broken limit may run
 */
record Block(int start, int units, int bytes, int loopEnd, boolean catchesLimit) {

  /** Whether control may come back to it from behind. */
  boolean isLoopHeader() {
    return loopEnd >= 0;
  }
}
