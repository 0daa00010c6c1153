package dev.lightspeed.meter.agent;

import dev.lightspeed.meter.instrument.BootNames;
import dev.lightspeed.meter.instrument.Rules;
import dev.lightspeed.meter.price.CostModel;
import dev.lightspeed.meter.price.PriceTable;
import dev.lightspeed.meter.price.Weights;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The options of the agent, for its maintainers: {@code instrument=none} runs it without counting,
 * to be compared with; {@code weights=FILE} counts by other weights, a property for each kind of
 * bytecode, {@code allocated byte}, {@code recursive call} and {@code calls}, to fit the table.
 *
 * @param instruments whether classes are instrumented
 * @param rules what counts
 */
public record AgentOptions(boolean instruments, Rules rules) {

  private static final String WEIGHTS = "weights=";
  private static final String CALLS = "calls";

  /** So that the units of 64 KiB of bytecodes are an int. */
  private static final int MAX_WEIGHT = Short.MAX_VALUE;

  /**
   * The options in {@code text}.
   *
   * @throws IllegalArgumentException if there are others, or the file cannot be used
   */
  static AgentOptions of(@Nullable String text) {
    Rules usual = Rules.portable(BootNames.IN_JAVA_LANG);
    if (text == null || text.isEmpty()) {
      return new AgentOptions(true, usual);
    }
    if (text.equals("instrument=none")) {
      return new AgentOptions(false, usual);
    }
    if (text.startsWith(WEIGHTS)) {
      return new AgentOptions(true, weighted(usual, Path.of(text.substring(WEIGHTS.length()))));
    }
    throw new IllegalArgumentException(
        "the meter does not know the option '" + text + "', known: instrument=none, weights=FILE");
  }

  /** What the option {@code weights} would have to say for what counts without it. */
  public static SortedMap<String, Integer> weights() {
    SortedMap<String, Integer> weights = Weights.byKind();
    weights.put(CALLS, 1);
    return weights;
  }

  private static Rules weighted(Rules usual, Path file) {
    Map<String, Integer> weights = new TreeMap<>();
    try {
      read(file).forEach((kind, weight) -> weights.put("" + kind, weight("" + kind, "" + weight)));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "weights: " + file + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("weights: " + file + ": " + e.getMessage(), e);
    }
    boolean calls = weights.getOrDefault(CALLS, 0) > 0;
    CostModel costs = usual.costs();
    return usual.with(
        new CostModel(
            costs.countsJdk(),
            costs.attributing(),
            Weights.of(weights),
            calls ? costs.prices() : PriceTable.FREE));
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  private static int weight(String kind, String weight) {
    Set<String> known = weights().keySet();
    if (!known.contains(kind)) {
      throw new IllegalArgumentException(
          "'" + kind + "' is no kind of bytecode, known: " + String.join(", ", known));
    }
    try {
      int units = Integer.parseInt(weight);
      if (units >= 0 && units <= MAX_WEIGHT) {
        return units;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        kind + ": '" + weight + "' is no weight, allowed: a whole number from 0 to " + MAX_WEIGHT);
  }
}
