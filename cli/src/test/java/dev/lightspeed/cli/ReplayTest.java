package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.cli.text.Environment;
import dev.lightspeed.harness.machine.CalibratedProfile;
import dev.lightspeed.harness.machine.Calibration;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.ProfileFile;
import dev.lightspeed.harness.output.data.ResultJson;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ReportSignature;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second half of a run, from a trace file to the exit code: it needs no meter. */
class ReplayTest {

  private static final String SUITE =
      """
      schema: suite/2
      profile: {name: test, cpuUnits: 1000, ioUnits: 100, memoryUnits: %d}
      scenarios:
        - workload: com.example.shop.Checkout
          sessions: %d
          events: 3
          budget:
            p95LatencyMs: 10
            avgPayloadBytes: %d
            throughputEventsPerSecond: 1
            peakMemoryUnitsPerSession: 2
      """;

  @TempDir Path folder;
  private Path trace;

  @BeforeEach
  void traceTwoSessionsOfThreeEvents() {
    SessionTrace session =
        SessionTrace.of(
            new Cost(500, 900, 1, 640, 1024),
            List.of(
                new Cost(1000, 100, 2, 640, 1500),
                new Cost(1000, 200, 2, 640, 1500),
                new Cost(1000, 300, 2, 640, 1024)));
    trace = folder.resolve("checkout.trace");
    TraceFile.write(
        trace,
        new TraceSet(
            Meter.version(),
            List.of(),
            List.of(
                new Trace(
                    "checkout",
                    Pace.thinking(Duration.ofSeconds(100)),
                    2,
                    3,
                    List.of(session, session)))));
  }

  @Test
  void aTraceThatWasCountedByOtherWeightsIsRefused() throws IOException {
    String other = Files.readString(trace).replace(Meter.version(), "portable/99");
    Path file = Files.writeString(folder.resolve("other.trace"), other);

    assertThat(CommandRun.of("run", "--trace", file.toString()))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: "
                    + file
                    + ": counted with portable/99, this lightspeed counts with "
                    + Meter.version()
                    + ", and the two cannot be compared: count again with 'lightspeed trace'\n"));
  }

  /** Both modes have the same weights, and what is replayed keeps the name of what counted it. */
  @Test
  void aTraceThatWasCountedInFullModeIsReplayed() throws IOException {
    String full = Meter.version().replace("portable", "full") + "@17.0.15";
    String text = Files.readString(trace).replace(Meter.version(), full);
    Path file = Files.writeString(folder.resolve("full.trace"), text);

    CommandRun run = CommandRun.of("run", "--trace", file.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("\nmeter " + full + "\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void whatWasNotCountedIsNamedForAReplayToo() throws IOException {
    String text =
        Files.readString(trace)
            .replace("\"uncounted\":[]", "\"uncounted\":[\"com.shop.Cart: too odd\"]");
    Path file = Files.writeString(folder.resolve("odd.trace"), text);
    Path out = folder.resolve("report.json");

    CommandRun run = CommandRun.of("run", "--trace", file.toString(), "--out", out.toString());

    assertThat(run.err()).isEqualTo("lightspeed: not counted: com.shop.Cart: too odd\n");
    assertThat(ResultJson.readReport(out).uncounted()).containsExactly("com.shop.Cart: too odd");
  }

  @Test
  void aProfileOfAnotherMeterIsRefusedAndOneOfItsOwnIsNot() throws IOException {
    Path old = Files.writeString(folder.resolve("old.json"), calibrated("portable/1"));
    Path own = Files.writeString(folder.resolve("own.json"), calibrated(Meter.version()));

    assertThat(replay("--profile", old.toString()))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: "
                    + old
                    + ": calibrated with portable/1, this lightspeed counts with "
                    + Meter.version()
                    + ", whose units are others: calibrate again with 'lightspeed calibrate --out "
                    + old
                    + "'\n"));
    assertThat(replay("--profile", own.toString()).out())
        .startsWith("profile calibrated: 2,000,000 CPU units/ms, ");
  }

  private static String calibrated(String meter) {
    Profile profile = new Profile("calibrated", 2_000_000, 125_000, 1_048_576);
    Calibration calibration =
        new Calibration(meter, "17.0.15", 4, 1_000_000, 2_000_000, 4_000_000, 100);
    return ProfileFile.write(new CalibratedProfile(profile, Optional.of(calibration)));
  }

  @Test
  void aBudgetThatIsMetPasses() throws IOException {
    Path out = folder.resolve("report.json");
    CommandRun run = replay("--suite", suite(1000, 2, 200), "--out", out.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            suite %s
            profile test: 1,000 CPU units/ms, 100 B/ms, 1,000 KiB
            meter %s

                                events/    events  latency  latency  throughput
            workload  sessions  session  in total  p50, ms  p95, ms    events/s
            checkout         2        3         6        3        4         500

                      payload   payload  patch ops  patch ops  peak KiB  memory
            workload  B/event  total, B     /event   in total  /session     KiB
            checkout      200     1,200          2         12         2       4

                      CPU units  CPU units  allocated  latency      CPU     link
            workload     /event    at most    B/event  p99, ms  busy, %%  busy, %%
            checkout      1,000      1,000        640        4      0.1      0.1

            PASS  checkout: tightest: avg payload 200 B of at most 200 B, nothing to spare

            %s
            """
                .formatted(
                    folder.resolve("suite.yaml"),
                    Meter.version(),
                    ReportSignature.of(ResultJson.readReport(out))));
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aBrokenBudgetFailsWithFigureLimitAndExcess() throws IOException {
    CommandRun run = replay("--suite", suite(1000, 2, 160));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("\nFAIL  checkout: avg payload 200 B > 160 B (+25.0 %)\n");
  }

  @Test
  void memoryThatDoesNotFitFailsWithoutABudget() throws IOException {
    Path profile =
        Files.writeString(
            folder.resolve("small.json"),
            """
            {"schema":"profile/2","name":"small","cpuUnits":1,"ioUnits":1,"memoryUnits":3}
            """);
    CommandRun run = replay("--profile", profile.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("\nFAIL  checkout: memory of all sessions 4 KiB > 3 KiB (+33.3 %)\n");
  }

  @Test
  void whatNoBudgetAppliesToIsNotCalledPassed() {
    CommandRun run = replay();

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .doesNotContain("PASS")
        .contains("----  not gated: checkout has no budget\n")
        .contains("nothing is gated: no budget applies to what was run\n");
  }

  @Test
  void jsonStandsAloneAndFailuresGoToStandardError() throws IOException {
    CommandRun run = replay("--suite", suite(1000, 2, 160), "--out", "-");

    Report report = ResultJson.readReport("standard output", run.out());
    assertThat(report.scenarios().get(0).avgPayloadBytes()).isEqualTo(200);
    assertThat(run.err()).isEqualTo("FAIL  checkout: avg payload 200 B > 160 B (+25.0 %)\n");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void theResultFileIsTheJsonAndHasTheSignatureOfTheTable() {
    Path out = folder.resolve("report.json");
    CommandRun table = replay("--out", out.toString());

    assertThat(out).hasContent(replay("--out", "-").out());
    assertThat(table.out().lines().toList())
        .endsWith(ReportSignature.of(ResultJson.readReport(out)));
  }

  @Test
  void aReportThatFailsItsBudgetIsWrittenAllTheSame() throws IOException {
    Path out = folder.resolve("report.json");

    assertThat(replay("--suite", suite(1000, 2, 160), "--out", out.toString()).exitCode())
        .isEqualTo(1);
    assertThat(out).exists();
  }

  @Test
  void aSuiteThatIsNotTheTracedOneIsRefused() throws IOException {
    String suite = suite(1000, 5, 200);

    assertThat(replay("--suite", suite))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: "
                    + trace
                    + ": holds checkout (2 sessions × 3 events), but the suite "
                    + suite
                    + " asks for checkout (5 sessions × 3 events): trace it again with 'lightspeed"
                    + " trace --suite "
                    + suite
                    + " --out "
                    + trace
                    + "'\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--workload=counter",
        "--sessions=1",
        "--events=1",
        "--classpath=.",
        "--threads=1",
        "--verify",
        "--unit-limit=1",
        "--meter=full"
      })
  void whatAsksForARunCannotBeCombinedWithAReplay(String option) {
    assertThat(replay(option))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: "
                    + option.replaceAll("=.*", "")
                    + " cannot be combined with --trace: what was counted is replayed as it is\n"
                    + "try 'lightspeed run --help'\n"));
  }

  @Test
  void theClassesOfASuiteAreFoundForAReplayToo() throws IOException {
    assertThat(replay("--suite", suite(1000, 2, 200), "--classpath", folder.toString()))
        .isEqualTo(replay("--suite", suite(1000, 2, 200)));
  }

  @Test
  void verdictsAreColouredOnATerminalOnly() throws IOException {
    String suite = suite(1000, 2, 160);
    String[] args = {"run", "--trace", trace.toString(), "--suite", suite};
    Environment terminal = new Environment(true, true, false, 1);

    assertThat(CommandRun.in(terminal, args).out()).contains("\u001b[31m").contains("FAIL");
    assertThat(CommandRun.of(args).out()).doesNotContain("\u001b");
  }

  @Test
  void aReplayTooLongForVirtualTimeIsBadInput() throws IOException {
    Path profile =
        Files.writeString(
            folder.resolve("slow.json"),
            """
            {"schema":"profile/2","name":"slow","cpuUnits":1,"ioUnits":1,"memoryUnits":99}
            """);
    Path slow = folder.resolve("slow.trace");
    TraceFile.write(
        slow,
        new TraceSet(
            Meter.version(),
            List.of(),
            List.of(
                new Trace(
                    "checkout",
                    Pace.thinking(Duration.ofSeconds(1)),
                    1,
                    1,
                    List.of(
                        SessionTrace.of(
                            new Cost(1, 1, 1, 640, 1),
                            List.of(new Cost(Long.MAX_VALUE / 2, 1, 1, 640, 1))))))));

    CommandRun run =
        CommandRun.of("run", "--trace", slow.toString(), "--profile", profile.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("lightspeed: checkout: 1 sessions x 1 events: ");
  }

  private CommandRun replay(String... more) {
    String[] args = new String[3 + more.length];
    args[0] = "run";
    args[1] = "--trace";
    args[2] = trace.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return CommandRun.of(args);
  }

  private String suite(int memoryUnits, int sessions, int maxAvgPayloadBytes) throws IOException {
    return Files.writeString(
            folder.resolve("suite.yaml"),
            SUITE.formatted(memoryUnits, sessions, maxAvgPayloadBytes))
        .toString();
  }
}
