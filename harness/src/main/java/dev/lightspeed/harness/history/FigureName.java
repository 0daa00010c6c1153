package dev.lightspeed.harness.history;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.NearestWord;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A figure of a scenario as a user names it: {@code crud_table.avgPayloadBytes}. In a figure's key
 * neither case nor underscores matter.
 *
 * @param workload the scenario's label
 * @param figure which figure
 */
public record FigureName(String workload, Figure figure) {

  /** Every figure but those that say how large a scenario is. */
  private static final List<Figure> FIGURES =
      Arrays.stream(Figure.values())
          .filter(figure -> figure.direction() != Direction.SIZE)
          .toList();

  /**
   * The figure that {@code text} names.
   *
   * @param workloads the labels of all scenarios there are; the label of an only one may be left
   *     out
   * @throws InputException if there is no such scenario or figure
   */
  public static FigureName of(String text, List<String> workloads) {
    int dot = text.indexOf('.');
    if (dot < 0 && workloads.size() != 1) {
      String key = figures().contains(text) ? text : Figure.AVG_PAYLOAD.key();
      String example = workloads.isEmpty() ? "WORKLOAD" : workloads.get(0);
      throw error(text, "names no workload: give " + example + "." + key, workloads);
    }
    String workload = dot < 0 ? workloads.get(0) : text.substring(0, dot);
    if (!workloads.contains(workload)) {
      throw error(
          text,
          "unknown workload '" + workload + "'" + NearestWord.question(workload, workloads),
          workloads);
    }
    return new FigureName(workload, figure(text, text.substring(dot + 1)));
  }

  private static Figure figure(String text, String key) {
    return FIGURES.stream()
        .filter(figure -> plain(figure.key()).equals(plain(key)))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "'" + text + "': " + NearestWord.unknown("figure", key, figures())));
  }

  private static InputException error(String text, String problem, List<String> workloads) {
    return new InputException(
        "'"
            + text
            + "': "
            + problem
            + (problem.endsWith("?") || problem.endsWith(";") ? "" : ";")
            + " workloads: "
            + String.join(", ", workloads));
  }

  private static List<String> figures() {
    return FIGURES.stream().map(Figure::key).toList();
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
  }
}
