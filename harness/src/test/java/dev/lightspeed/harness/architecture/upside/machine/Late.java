package dev.lightspeed.harness.architecture.upside.machine;

/** Knows of nobody. */
public final class Late {}
