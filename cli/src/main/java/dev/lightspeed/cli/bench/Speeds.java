package dev.lightspeed.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Speeds by name, each measured once in every round. */
final class Speeds {

  private final List<Map<String, Double>> rounds = new ArrayList<>();

  void add(Map<String, Double> round) {
    rounds.add(round);
  }

  /**
   * The median over all rounds.
   *
   * @throws IOException if a round lacks it, because its JVM ended early
   */
  double median(String name) throws IOException {
    List<Double> values = new ArrayList<>();
    for (Map<String, Double> round : rounds) {
      Double value = round.get(name);
      if (value == null) {
        throw new IOException("a measuring JVM ended before " + name + ": see its message above");
      }
      values.add(value);
    }
    values.sort(null);
    return values.get(values.size() / 2);
  }
}
