package dev.lightspeed.junit;

import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Workload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of figures: scenarios are run and counted, and the method asserts what it will of them. It
 * takes at least one of {@link Report}, {@link PerformanceRun} and {@link TraceSet}.
 *
 * <pre>{@code
 * @PerformanceTest(workload = Checkout.class, sessions = 50, events = 40)
 * void sendsLittle(Report report) {
 *   assertThat(report).workload("checkout").avgPayloadBytes().isAtMost(400);
 * }
 *
 * @PerformanceTest // lightspeed.yaml
 * void passesTheGate(PerformanceRun run) {
 *   assertThat(run).meetsBudgets().matchesBaseline();
 * }
 * }</pre>
 *
 * <p>What several tests ask for in the same words is counted once, and one after the other whatever
 * runs in parallel. The JVM has to be started with the meter as a Java agent; where it was not, the
 * test fails and says what to add. The tests have the tag {@code performance}. The annotation may
 * stand on annotations of your own.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Test
@Tag("performance")
@ExtendWith(PerformanceExtension.class)
public @interface PerformanceTest {

  /** Sessions, and events of each, unless the test says how many: as many as of the command. */
  int USUAL_SIZE = 100;

  /**
   * What to run, all at the same size: classes with a constructor without parameters, public or
   * not. Without any it is a suite.
   */
  Class<? extends Workload>[] workload() default {};

  /** Sessions at the same time, at least 1. A suite has sizes of its own. */
  int sessions() default USUAL_SIZE;

  /** Events of each session, at least 1. A suite has sizes of its own. */
  int events() default USUAL_SIZE;

  /**
   * A suite file, from the working directory. Without one, and without a workload, it is {@code
   * lightspeed.yaml} in the working directory or the nearest folder above it; then in one above the
   * compiled test.
   */
  String suite() default "";

  /** A profile file, from the working directory; without one, the pinned profile or the suite's. */
  String profile() default "";
}
