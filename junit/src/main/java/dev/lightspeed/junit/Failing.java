package dev.lightspeed.junit;

import dev.lightspeed.harness.file.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.AssertionErrorCollector;
import org.assertj.core.description.Description;
import org.assertj.core.description.EmptyTextDescription;
import org.assertj.core.error.DescriptionFormatter;
import org.jspecify.annotations.Nullable;

/**
 * How a failed assertion fails: at once, or when soft assertions are asked for all.
 *
 * <p>Soft assertions are not made by AssertJ's proxies, which would lose a chain that leads from a
 * report to a workload and on to a figure.
 *
 * @param collector of soft assertions; empty to fail at once
 * @param description what to say first; may be empty
 */
record Failing(Optional<AssertionErrorCollector> collector, Description description) {

  /** The classes of which a stack trace says nothing to whoever wrote the test. */
  private static final List<String> OWN =
      List.of(
          Failing.class.getName(),
          FigureAssert.class.getName(),
          WorkloadAssert.class.getName(),
          ReportAssert.class.getName(),
          RunAssert.class.getName());

  /** Fails at once. */
  static Failing atOnce() {
    return new Failing(Optional.empty(), EmptyTextDescription.emptyDescription());
  }

  /** Fails when {@code collector} is asked for all. */
  static Failing later(AssertionErrorCollector collector) {
    return new Failing(Optional.of(collector), EmptyTextDescription.emptyDescription());
  }

  /** The same, with another description. */
  Failing describedAs(Description other) {
    return new Failing(collector, other);
  }

  /** Fails unless {@code verdict} has nothing to say; also if it cannot be made. */
  void unlessEmpty(Supplier<List<String>> verdict) {
    List<String> lines;
    try {
      lines = verdict.get();
    } catch (InputException e) {
      fail(String.valueOf(e.getMessage()), e);
      return;
    }
    if (lines.isEmpty()) {
      collector.ifPresent(AssertionErrorCollector::succeeded);
    } else {
      fail(String.join("\n", lines));
    }
  }

  /** Fails. */
  void fail(String message) {
    fail(message, null);
  }

  private void fail(String message, @Nullable Throwable cause) {
    // As AssertJ's own messages begin, which puts each on a line of its own where there are
    // several.
    String start = collector.isEmpty() ? "" : "\n";
    AssertionError error =
        new AssertionError(
            start + DescriptionFormatter.instance().format(description) + message, cause);
    error.setStackTrace(fromTheTestOn(error.getStackTrace()));
    if (collector.isEmpty()) {
      throw error;
    }
    collector.get().collectAssertionError(error);
  }

  /** The trace without our own frames and what is above them. */
  private static StackTraceElement[] fromTheTestOn(StackTraceElement[] trace) {
    int start = trace.length;
    while (start > 0 && !OWN.contains(trace[start - 1].getClassName())) {
      start--;
    }
    return Arrays.copyOfRange(trace, start, trace.length);
  }
}
