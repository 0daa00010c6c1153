package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceFile;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.meter.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --baseline}, on replays, which need no meter. */
class BaselineTest {

  private static final Cost COST = new Cost(1000, 100, 2, 640, 1500);

  @TempDir Path folder;
  private Path baseline;

  @BeforeEach
  void writeABaseline() {
    baseline = folder.resolve("baseline.json");
    CommandRun run = run("checkout", COST, "--out", baseline.toString());
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void theSameFiguresPass() {
    CommandRun run = compare("checkout", COST);

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            """

            ----  checkout has no budget
            PASS  baseline %s: every figure is the same

            lightspeed/1 sha256:"""
                .formatted(baseline))
        .doesNotContain("nothing is gated");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void whatIsWorseFailsAndWhatIsBetterIsNamedBelow() {
    CommandRun run = compare("checkout", new Cost(1000, 90, 2, 648, 1500));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            """

            ----  checkout has no budget
            FAIL  checkout: total allocated 1296 B > 1280 B (+1.3 %)
            FAIL  checkout: avg allocated 648 B > 640 B (+1.3 %)
            FAIL  checkout: avg mount allocated 648 B > 640 B (+1.3 %)
            GAIN  checkout: total payload 180 B < 200 B (-10.0 %)
            GAIN  checkout: avg payload 90 B < 100 B (-10.0 %)
            GAIN  checkout: throughput 2222 events/s > 2000 events/s (+11.1 %)
            GAIN  checkout: max payload 90 B < 100 B (-10.0 %)
            GAIN  checkout: avg mount payload 90 B < 100 B (-10.0 %)

            lightspeed/1 sha256:""");
  }

  @Test
  void whatIsOnlyBetterPasses() {
    CommandRun run = compare("checkout", new Cost(1000, 100, 1, 640, 1500));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            """
            GAIN  checkout: total patch ops 2 < 4 (-50.0 %%)
            GAIN  checkout: avg patch ops 1 < 2 (-50.0 %%)
            PASS  baseline %s: no figure is worse
            """
                .formatted(baseline));
  }

  @Test
  void aScenarioThatIsAnotherFails() {
    CommandRun run = compare("basket", COST);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            """
            FAIL  basket: is not in the baseline (2 sessions × 1 events): add it
            FAIL  checkout: is in the baseline (2 sessions × 1 events) and not in the suite: \
            remove it there, or put it back here
            """);
  }

  @Test
  void withJsonFailuresGoToStandardError() {
    CommandRun run = compare("checkout", new Cost(1000, 100, 2, 640, 2049), "--format=json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("{\n").endsWith("}\n");
    assertThat(run.err())
        .isEqualTo(
            """
            FAIL  checkout: memory per session 3 KiB > 2 KiB (+50.0 %)
            FAIL  checkout: memory of all sessions 6 KiB > 4 KiB (+50.0 %)
            """);
  }

  @Test
  void aBaselineOfAnotherMeterIsRefused() throws IOException {
    Files.writeString(baseline, Files.readString(baseline).replace(Meter.version(), "portable/99"));

    assertThat(compare("checkout", COST))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: "
                    + baseline
                    + ": counted with portable/99, this run with "
                    + Meter.version()
                    + ", and the two cannot be compared: write it again with 'lightspeed"
                    + " update'\n"));
  }

  @Test
  void aBaselineOfAnotherProfileIsRefusedBeforeAnythingIsReplayed() throws IOException {
    Path profile =
        Files.writeString(
            folder.resolve("slow.json"),
            """
            {"schema":"profile/1","name":"slow","cpuUnits":1,"ioUnits":2,"memoryUnits":3}
            """);
    Path out = folder.resolve("report.json");
    CommandRun run =
        compare("checkout", COST, "--profile", profile.toString(), "--out", out.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("lightspeed: " + baseline + ": replayed on profile pinned (")
        .endsWith(
            ", this run on slow (1 CPU units/ms, 2 B/ms, 3 KiB), and the two cannot be compared:"
                + " give the same profile, or write it again with 'lightspeed update'\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void aBaselineIsNotReplacedByWhatIsComparedWithIt() throws IOException {
    String kept = Files.readString(baseline);
    Path same = folder.resolve(".").resolve("baseline.json");

    assertThat(compare("checkout", COST, "--out", same.toString()))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: --out: '"
                    + same
                    + "' is the baseline: name another file, or leave --baseline out to write it"
                    + " again\n"));
    assertThat(baseline).hasContent(kept);
  }

  private CommandRun compare(String label, Cost cost, String... more) {
    List<String> args = new ArrayList<>(List.of("--baseline", baseline.toString()));
    args.addAll(List.of(more));
    return run(label, cost, args.toArray(new String[0]));
  }

  /** Replays two sessions whose mount and only event cost that. */
  private CommandRun run(String label, Cost cost, String... more) {
    SessionTrace session = SessionTrace.of(cost, List.of(cost));
    Pace pace = Pace.thinking(Duration.ofSeconds(100));
    Trace trace = new Trace(label, pace, 2, 1, List.of(session, session));
    Path file = folder.resolve("some.trace");
    TraceFile.write(file, new TraceSet(Meter.version(), List.of(), List.of(trace)));
    List<String> args = new ArrayList<>(List.of("run", "--trace", file.toString()));
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(new String[0]));
  }
}
