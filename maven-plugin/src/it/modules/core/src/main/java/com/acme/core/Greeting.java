package com.acme.core;

/** What every page says. */
public final class Greeting {

  private Greeting() {}

  /** The greeting of somebody. */
  public static String of(String name) {
    return "<p>Welcome, " + name + "!";
  }
}
