package dev.lightspeed.meter;

/**
 * A basic block: instructions that run one after the other, entered at the first and left at the
 * last.
 *
 * @param start index of its first real instruction in the method's instruction list
 * @param weight CPU units of its instructions
 * @param loopHeader whether control may come back to it from behind
 * @param loopEnd index of the last instruction from which it does, -1 where none does
 */
record Block(int start, int weight, boolean loopHeader, int loopEnd) {}
