package dev.lightspeed.metered;

import dev.lightspeed.meter.CallRecord;
import dev.lightspeed.meter.CallTree;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Leans on the JDK, and prints what that counts in each mode and whether call paths add up. */
public final class FullModeSubject {

  private static final StringBuilder LINES = new StringBuilder();

  private FullModeSubject() {}

  /** With any argument it attributes nothing, and so instruments the JDK only once. */
  public static void main(String[] args) throws Exception {
    Meter meter = Meter.require();
    print(meter, MeterMode.PORTABLE, false);
    print(meter, MeterMode.FULL, false);
    if (args.length == 0) {
      print(meter, MeterMode.FULL, true);
      print(meter, MeterMode.PORTABLE, true);
      print(meter, MeterMode.PORTABLE, false);
    }
    System.out.print(LINES);
    System.out.println("not counted: " + meter.uninstrumented());
  }

  private static void print(Meter meter, MeterMode mode, boolean attributing) throws Exception {
    meter.configure(mode, attributing);
    Thread thread = meter.newThread(() -> measure(meter, mode, attributing), "subject");
    thread.start();
    thread.join();
  }

  private static void measure(Meter meter, MeterMode mode, boolean attributing) {
    CallRecord record = new CallRecord("root");
    work();
    long units = meter.units();
    long bytes = meter.allocatedBytes();
    meter.record(attributing ? record : null);
    work();
    meter.record(null);
    units = meter.units() - units;
    bytes = meter.allocatedBytes() - bytes;
    LINES.append(mode.word()).append(' ').append(units).append(' ').append(bytes);
    if (attributing) {
      CallTree tree = record.tree();
      boolean exact = tree.totalUnits() == units && tree.totalAllocatedBytes() == bytes;
      LINES.append(exact ? " adds up" : " is " + tree.totalUnits());
    }
    LINES.append('\n');
  }

  private static Object work() {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < 200; i++) {
      counts.merge("key" + i % 50, i, Integer::sum);
    }
    List<String> keys = new ArrayList<>(counts.keySet());
    Collections.reverse(keys);
    Collections.sort(keys);
    StringBuilder text = new StringBuilder();
    for (String key : keys) {
      text.append(key).append(String.format(":%05d,", counts.get(key)));
    }
    return text.toString().split(",", -1);
  }
}
