package dev.lightspeed.bench.speed;

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
      values.add(value(round, name));
    }
    return median(values);
  }

  /**
   * How many times as fast as {@code other} this is: the median of the ratios within a round, since
   * a machine may be twice as fast in the next.
   *
   * @throws IOException if a round lacks either, because its JVM ended early
   */
  double medianRatio(String name, Speeds other) throws IOException {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds.size(); round++) {
      ratios.add(value(rounds.get(round), name) / value(other.rounds.get(round), name));
    }
    return median(ratios);
  }

  private static double value(Map<String, Double> round, String name) throws IOException {
    Double value = round.get(name);
    if (value == null) {
      throw new IOException("a measuring JVM ended before " + name + ": see its message above");
    }
    return value;
  }

  private static double median(List<Double> values) {
    values.sort(null);
    return values.get(values.size() / 2);
  }
}
