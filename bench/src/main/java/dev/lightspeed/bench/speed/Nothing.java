package dev.lightspeed.bench.speed;

/** The smallest program there is: what it takes is what its JVM takes. */
public final class Nothing {

  private Nothing() {}

  /** Does nothing. */
  public static void main(String[] args) {}
}
