package dev.lightspeed.harness.suite;

import dev.lightspeed.harness.file.Node;
import dev.lightspeed.harness.gate.Tolerance;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a suite file that say something of figures, by the keys of a report. */
final class FigureKeys {

  /** Every figure but those that say how large a scenario is. */
  private static final List<Figure> FIGURES =
      Arrays.stream(Figure.values())
          .filter(figure -> figure.direction() != Direction.SIZE)
          .toList();

  private static final Pattern SHARE = Pattern.compile("([0-9]{1,5})(?:\\.([0-9]))? ?%");

  private FigureKeys() {}

  /** The limits of a budget, each at least 0; none if the object has none. */
  static SortedMap<Figure, Long> limits(Node node) {
    return read(node, limit -> limit.integer(0, Long.MAX_VALUE));
  }

  /** Tolerances, none without a node. */
  static SortedMap<Figure, Tolerance> tolerances(@Nullable Node node) {
    return node == null ? new TreeMap<>() : read(node, FigureKeys::tolerance);
  }

  private static <T> SortedMap<Figure, T> read(Node node, Function<Node, T> reader) {
    node.keys(FIGURES.stream().map(Figure::key).toArray(String[]::new));
    SortedMap<Figure, T> values = new TreeMap<>();
    for (Figure figure : FIGURES) {
      Node value = node.find(figure.key());
      if (value != null) {
        values.put(figure, reader.apply(value));
      }
    }
    return values;
  }

  /** An amount in the figure's own unit, or a share in percent, with at most one decimal. */
  private static Tolerance tolerance(Node node) {
    if (!node.isText()) {
      return new Tolerance.Absolute(node.integer(0, Long.MAX_VALUE));
    }
    Matcher share = SHARE.matcher(node.text());
    if (!share.matches()) {
      throw node.expected("an integer, at least 0, or a share such as 5 % or 0.5 %");
    }
    String tenths = share.group(2) == null ? "0" : share.group(2);
    return new Tolerance.Relative(Integer.parseInt(share.group(1) + tenths));
  }
}
