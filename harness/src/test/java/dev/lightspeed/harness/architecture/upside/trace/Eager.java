package dev.lightspeed.harness.architecture.upside.trace;

import dev.lightspeed.harness.architecture.upside.machine.Late;

/** Reaches up: a trace that knows the machine. */
public record Eager(Late late) {}
