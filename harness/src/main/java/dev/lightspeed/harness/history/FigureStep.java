package dev.lightspeed.harness.history;

import dev.lightspeed.harness.gate.Check;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What a version made of one figure.
 *
 * @param figure which figure
 * @param before the last readable version before, if there was one
 * @param version the version
 * @param was its value before, where there was one
 * @param value its value now, where there is one
 * @param kind what has become of it
 * @param reason why it is not comparable, or what else may explain it; often empty
 */
public record FigureStep(
    Figure figure,
    Optional<BaselineVersion> before,
    BaselineVersion version,
    OptionalLong was,
    OptionalLong value,
    Kind kind,
    String reason) {

  /** What has become of a figure. */
  public enum Kind {
    /** It is there, and was not. */
    NEW,
    /** It is what it was. */
    SAME,
    /** It is worse than it was. */
    WORSE,
    /** It is better than it was. */
    BETTER,
    /** It means something else than before, so that no difference can be told. */
    NOT_COMPARABLE,
    /** It was there, and is not. */
    GONE,
    /** It is not there, and was not. */
    ABSENT;

    /** As files have it, such as {@code not comparable}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** The step from {@code before} to {@code version}, neither of them unreadable. */
  static FigureStep of(
      String workload, Figure figure, Optional<BaselineVersion> before, BaselineVersion version) {
    Optional<Report> last = before.flatMap(FigureStep::report);
    Optional<Report> now = report(version);
    OptionalLong was = value(last, workload, figure);
    OptionalLong value = value(now, workload, figure);
    Kind kind = Kind.ABSENT;
    String reason = "";
    if (was.isPresent() && value.isPresent()) {
      Optional<String> obstacle = obstacle(last.orElseThrow(), now.orElseThrow(), workload);
      kind =
          obstacle.isPresent()
              ? Kind.NOT_COMPARABLE
              : kind(figure, was.getAsLong(), value.getAsLong());
      reason = obstacle.orElse("");
    } else if (value.isPresent()) {
      kind = Kind.NEW;
      reason = ended(last, now.orElseThrow());
    } else if (was.isPresent()) {
      kind = Kind.GONE;
    }
    return new FigureStep(figure, before, version, was, value, kind, reason);
  }

  /** Whether anything is to be told: it is not what it was, or not comparable with it. */
  public boolean isChange() {
    return kind != Kind.SAME && kind != Kind.ABSENT;
  }

  /** The difference of what became worse or better, such as {@code +8.4 %}; else empty. */
  public String share() {
    return kind == Kind.WORSE || kind == Kind.BETTER
        ? new Check(figure, value.orElseThrow(), was.orElseThrow()).share()
        : "";
  }

  /** The difference in words, such as {@code avg payload 35 B > 27 B (+29.6 %)}. */
  public String difference() {
    return new Check(figure, value.orElseThrow(), was.orElseThrow()).difference();
  }

  /** Whether it changed by a larger share of what it was than {@code other} did. */
  boolean isLargerThan(FigureStep other) {
    BigInteger mine = distance().multiply(base(other.was.orElseThrow()));
    return mine.compareTo(other.distance().multiply(base(was.orElseThrow()))) > 0;
  }

  private BigInteger distance() {
    return BigInteger.valueOf(value.orElseThrow())
        .subtract(BigInteger.valueOf(was.orElseThrow()))
        .abs();
  }

  private static BigInteger base(long value) {
    return BigInteger.valueOf(Math.max(1, value));
  }

  private static Kind kind(Figure figure, long was, long value) {
    if (value == was) {
      return Kind.SAME;
    }
    return figure.direction().isWorse(value, was) ? Kind.WORSE : Kind.BETTER;
  }

  private static Optional<String> obstacle(Report last, Report now, String workload) {
    return Comparability.obstacle(last, now)
        .or(
            () ->
                Comparability.obstacle(
                    scenario(last, workload).orElseThrow(), scenario(now, workload).orElseThrow()));
  }

  /** A scenario that ends where another begins may be that one under its old label. */
  private static String ended(Optional<Report> last, Report now) {
    List<String> left = now.scenarios().stream().map(ScenarioReport::workload).toList();
    return last.map(Report::scenarios).orElse(List.of()).stream()
        .map(ScenarioReport::workload)
        .filter(label -> !left.contains(label))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "), labels -> labels.isEmpty() ? "" : labels + " ends here"));
  }

  private static Optional<Report> report(BaselineVersion version) {
    return version.content().baseline().map(baseline -> baseline.report());
  }

  private static OptionalLong value(Optional<Report> report, String workload, Figure figure) {
    Optional<ScenarioReport> scenario = report.flatMap(each -> scenario(each, workload));
    return scenario.stream().mapToLong(figure::of).findFirst();
  }

  private static Optional<ScenarioReport> scenario(Report report, String workload) {
    return report.scenarios().stream().filter(each -> each.workload().equals(workload)).findFirst();
  }
}
