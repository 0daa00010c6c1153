package dev.lightspeed.harness.gate;

import dev.lightspeed.harness.report.Figure;
import java.util.Optional;

/**
 * A figure of a scenario beside what it was.
 *
 * @param figure which figure
 * @param before its value in the baseline, at least 0
 * @param now its value in the report, at least 0
 * @param limit the last value that is tolerated, at least 0
 * @param where the event types that it changed with, such as {@code event pay 100 → 220 B}; empty
 *     if that is not known, or says nothing
 */
public record FigureComparison(
    Figure figure, long before, long now, long limit, Optional<String> where) {

  /** What has become of the figure; it is never {@code NOT_GATED}. */
  public Verdict verdict() {
    if (now == before) {
      return Verdict.PASSED;
    }
    if (!figure.direction().isWorse(now, before)) {
      return Verdict.BETTER;
    }
    return figure.direction().isWorse(now, limit) ? Verdict.FAILED : Verdict.TOLERATED;
  }

  /**
   * The difference in words, {@code avg payload 412 B > 380 B (+8.4 %)}, the limit where it is not
   * the baseline itself, and where it comes from. To be asked of a figure that changed.
   */
  public String difference() {
    return new Check(figure, now, before).difference()
        + (limit == before ? "" : ", " + new Check(figure, now, limit).allowed())
        + where.map(eventTypes -> "; " + eventTypes).orElse("");
  }
}
