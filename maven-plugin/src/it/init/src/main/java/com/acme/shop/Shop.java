package com.acme.shop;

/** A project that was there before the gate. */
public final class Shop {

  /** The greeting of the page. */
  public String greeting() {
    return "welcome";
  }
}
