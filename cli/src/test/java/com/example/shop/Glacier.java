package com.example.shop;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;

/** Nobody waits for its next event: eleven days. */
public final class Glacier implements Workload {

  @Override
  public String label() {
    return "glacier";
  }

  @Override
  public Pace pace() {
    return Pace.thinking(Duration.ofSeconds(1_000_000));
  }

  @Override
  public Iterator<Event> script(int session) {
    return Collections.emptyIterator();
  }

  @Override
  public Session open(int session) {
    throw new UnsupportedOperationException("it is never run");
  }
}
