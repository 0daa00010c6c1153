package dev.lightspeed.harness.architecture.upside.report;

import dev.lightspeed.harness.architecture.upside.machine.Late;

/** Reaches down, as it may. */
public record Proper(Late late) {}
