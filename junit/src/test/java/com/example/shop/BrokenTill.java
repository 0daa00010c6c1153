package com.example.shop;

import dev.lightspeed.harness.workload.Frame;
import java.util.List;

/** A till that gives up. */
public final class BrokenTill extends Till {

  @Override
  protected Frame frame(List<String> items) {
    throw new IllegalStateException("no paper");
  }
}
