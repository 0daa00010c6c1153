package dev.lightspeed.harness.gate;

import dev.lightspeed.harness.report.EventTypeFigures;
import dev.lightspeed.harness.report.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the event types of a scenario cost, before and now: where a figure has changed. */
final class EventTypeComparison {

  /** How many event types a line names. */
  private static final int MOST = 2;

  private final Map<String, EventTypeFigures> before;
  private final Map<String, EventTypeFigures> now;

  /** Either is empty if nobody knows it, and then nothing is told. */
  EventTypeComparison(List<EventTypeFigures> before, List<EventTypeFigures> now) {
    this.before = byName(before);
    this.now = byName(now);
  }

  private static Map<String, EventTypeFigures> byName(List<EventTypeFigures> eventTypes) {
    return eventTypes.stream()
        .collect(
            Collectors.toMap(
                EventTypeFigures::eventType,
                eventType -> eventType,
                (one, other) -> one,
                TreeMap::new));
  }

  /**
   * One event type, in one figure.
   *
   * @param was what the figure was; empty for a event type that is new
   * @param is what it is; empty for a event type that is gone
   * @param more by how much all its events together changed, in the direction of the scenario
   */
  private record Part(String eventType, OptionalLong was, OptionalLong is, long more) {}

  /**
   * The event types that {@code figure} changed with, those that account for most of it first:
   * {@code event pay 100 → 220 B}; empty if that is not known.
   *
   * @param rise whether the figure is higher than it was
   */
  Optional<String> where(Figure figure, boolean rise) {
    if (before.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    List<Part> parts = parts(figure, rise);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    String named =
        parts.stream()
            .limit(MOST)
            .map(part -> inWords(figure, part))
            .collect(Collectors.joining(", "));
    int others = parts.size() - MOST;
    return Optional.of(
        (parts.size() == 1 ? "event " : "events ")
            + named
            + (others > 0 ? ", " + others + " more" : ""));
  }

  private List<Part> parts(Figure figure, boolean rise) {
    Map<String, EventTypeFigures> all = new TreeMap<>(before);
    all.putAll(now);
    List<Part> parts = new ArrayList<>();
    for (String eventType : all.keySet()) {
      OptionalLong was = of(before.get(eventType), figure);
      OptionalLong is = of(now.get(eventType), figure);
      long more = weight(figure, now.get(eventType)) - weight(figure, before.get(eventType));
      more = rise ? more : -more;
      if (more > 0 && !was.equals(is)) {
        parts.add(new Part(eventType, was, is, more));
      }
    }
    parts.sort(Comparator.comparingLong(Part::more).reversed().thenComparing(Part::eventType));
    return parts;
  }

  private static OptionalLong of(@Nullable EventTypeFigures eventType, Figure figure) {
    return eventType == null ? OptionalLong.empty() : eventType.of(figure);
  }

  /** What event types are ranked by: of an average, the sum behind it. */
  private static long weight(Figure figure, @Nullable EventTypeFigures eventType) {
    Figure total =
        switch (figure) {
          case AVG_PAYLOAD -> Figure.TOTAL_PAYLOAD;
          case AVG_PATCH_OPS -> Figure.TOTAL_PATCH_OPS;
          case AVG_CPU -> Figure.TOTAL_CPU;
          case AVG_ALLOCATED -> Figure.TOTAL_ALLOCATED;
          default -> figure;
        };
    return of(eventType, total).orElse(0);
  }

  private static String inWords(Figure figure, Part part) {
    String eventType = shown(part.eventType());
    if (part.was().isEmpty()) {
      return eventType + " (new) " + figure.amount(part.is().orElseThrow());
    }
    long was = part.was().getAsLong();
    return part.is().isEmpty()
        ? eventType + " " + figure.amount(was) + " → gone"
        : eventType + " " + was + " → " + figure.amount(part.is().getAsLong());
  }

  /** A name is the workload's, and may be anything. */
  private static String shown(String eventType) {
    String shown = eventType.replaceAll("\\p{C}", "?");
    return shown.isBlank()
        ? "(no name)"
        : shown.length() > 40 ? shown.substring(0, 40) + "…" : shown;
  }
}
