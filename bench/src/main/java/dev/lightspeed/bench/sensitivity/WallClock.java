package dev.lightspeed.bench.sensitivity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Times a scenario by JMH, in one fork. */
final class WallClock {

  private static final double CONFIDENCE = 0.999;

  private WallClock() {}

  /**
   * The time that one pass over a scenario takes.
   *
   * @param label of the workload
   * @param permille thousandths of extra work
   * @throws IOException if JMH fails
   */
  static JmhScore time(String label, int permille, Path costs, Slices slices) throws IOException {
    TimeValue slice = TimeValue.milliseconds(slices.sliceMs());
    Options options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(ScenarioBenchmark.class.getName()) + "\\.scenario$")
            .param("workload", label)
            .param("permille", String.valueOf(permille))
            .param("costs", costs.toString())
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .threads(1)
            .forks(1)
            .jvmArgs(
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                // As for the JVM that this runs in, see the launcher.
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow")
            .warmupIterations(Slices.WARM_UP)
            .warmupTime(slice)
            .measurementIterations(Slices.MEASURED)
            .measurementTime(slice)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      RunResult result = new Runner(options).runSingle();
      Statistics statistics = result.getPrimaryResult().getStatistics();
      double[] interval = statistics.getConfidenceIntervalAt(CONFIDENCE);
      return new JmhScore(statistics.getMean(), interval[0], interval[1]);
    } catch (RunnerException e) {
      throw new IOException("JMH failed on " + label + ": " + e.getMessage(), e);
    }
  }
}
