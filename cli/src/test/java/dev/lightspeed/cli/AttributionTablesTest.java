package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.cli.text.AttributionTable;
import dev.lightspeed.cli.text.Explanation;
import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.AttributionDifference;
import dev.lightspeed.harness.attribution.AttributionFile;
import dev.lightspeed.harness.attribution.EventType;
import dev.lightspeed.harness.attribution.MethodCost.Rank;
import dev.lightspeed.harness.attribution.Quantity;
import dev.lightspeed.harness.attribution.RetainedPeak;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.meter.CallTree;
import dev.lightspeed.meter.RetainedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code attribute} and {@code explain} print, from attributions made by hand. */
class AttributionTablesTest {

  private static final String HANDLE = "com.example.Cart.handle(Ldev/example/Event;)V";
  private static final String PRICE = "com.example.Prices.of(Ljava/lang/String;)J";
  private static final String SORT = "java.util.ArrayList.sort(Ljava/util/Comparator;)V";
  private static final String TOTAL = "com.example.Cart.total()J";

  @TempDir Path folder;
  private Path baseline;
  private Path now;

  @BeforeEach
  void files() {
    baseline = write("baseline.json", attribution(1000, 0));
    now = write("now.json.gz", attribution(1500, 100));
  }

  @Test
  void aTableOfKindsAndOneOfMethodsForEachWorkload() {
    assertThat(AttributionTable.render(attribution(1000, 0), Rank.SELF, 3))
        .isEqualTo(
            """
            counted with portable/2

            cart: 2 sessions × 50 events, mounts included

              steps  CPU units   share  each  event
                  2         20   0.2 %    10  (mount)
                 90      9,200  84.5 %   102  add
                 10      1,670  15.3 %   167  pay

              own units     own   total  own bytes  method
                  7,500  68.9 %  68.9 %        800  Prices.of
                  2,520  23.1 %  99.8 %         64  Cart.handle
                    850   7.8 %   7.8 %          0  JDK ArrayList.sort
                     20   0.2 %                  0  1 other method
            """);
  }

  @Test
  void bytesTakeTheFirstColumnWhereTheyAreAskedFor() {
    assertThat(AttributionTable.render(attribution(1000, 0), Rank.ALLOCATED, 1))
        .contains("  own bytes     own   total  own units  method\n")
        .contains("  steps  bytes    share  each  event\n");
  }

  @ParameterizedTest
  @EnumSource(Rank.class)
  void everyLineFitsATerminalHoweverLargeTheFiguresAndLongTheNames(Rank rank) {
    long huge = 1L << 60;
    String frame =
        "com.example." + "Long".repeat(40) + ".method(" + "Ljava/lang/String;".repeat(9) + ")V";
    String event = "event \u001b[31m\n" + "x".repeat(200);
    CallTree tree = new CallTree(event, 0, 0, List.of(new CallTree(frame, huge, huge, List.of())));
    Attribution attribution =
        new Attribution(
            "full/2@17.0.15",
            List.of(
                new WorkloadAttribution(
                    "w",
                    1,
                    1,
                    List.of(new EventType(event, 2, huge, huge, huge, huge, tree)),
                    new RetainedPeak(0, 1, event, List.of(new RetainedType(frame, huge, huge))))));
    String explained =
        Explanation.render(
            AttributionDifference.between(attribution, attribution(attribution, 2)),
            List.of(Quantity.values()),
            10);

    assertThat(AttributionTable.render(attribution, rank, 10).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotContain("\u001b"));
    assertThat(explained.lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotContain("\u001b"));
  }

  @Test
  void explainNamesTheEventsTheMethodsAndTheTypes() {
    assertThat(explain())
        .isEqualTo(
            new CommandRun(
                0,
                """
                cart: CPU units +4,600 (+42.2 %): 10,890 before, 15,490 now

                  difference   share  steps  each before  now  event
                      +4,500  97.8 %     90          102  152  add
                        +100   2.2 %     10          167  177  pay

                  difference   share  before     now  method, by its own units
                      +4,500  97.8 %   7,500  12,000  Prices.of
                    in add › Cart.handle › Prices.of
                        +100   2.2 %     850     950  JDK ArrayList.sort
                    in pay › Cart.handle › ArrayList.sort

                cart: payload bytes +900 (+90.0 %): 1,000 before, 1,900 now

                  difference    share  steps  each before  now  event
                        +900  100.0 %     90           10   20  add

                  difference  share  before     now  method whose CPU units changed there
                      +4,500          7,400  11,900  Prices.of
                    in add › Cart.handle › Prices.of

                cart: retained bytes +100 (+50.0 %): 200 before, 300 now
                  largest was session 1 after event 50 (add)
                  largest is session 1 after event 50 (add)

                  difference    share  before  now  type
                        +100  100.0 %     200  300  com.example.Cart (2 → 3 objects)
                """,
                ""));
  }

  @Test
  void explainStopsAtTheTopAndAddsUpTheRest() {
    assertThat(explain("--figure=cpu", "--top=1").out())
        .endsWith(
            """
                  +4,500  97.8 %   7,500  12,000  Prices.of
                in add › Cart.handle › Prices.of
                    +100   2.2 %                  1 other method
            """);
  }

  @Test
  void explainSaysWhenNothingDiffers() {
    now = baseline;

    assertThat(explain()).isEqualTo(new CommandRun(0, "cart: no difference in any figure\n", ""));
    assertThat(explain("--figure=memory").out())
        .isEqualTo("cart: no difference in retained bytes\n");
  }

  @Test
  void explainWritesADifferentialFlameGraph() throws Exception {
    Path page = folder.resolve("page.html");

    assertThat(explain("--out=html=" + page).exitCode()).isZero();
    assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("What changed");
  }

  @Test
  void workloadsThatOnlyOneRunHasAreNamed() {
    WorkloadAttribution cart = attribution(1000, 0).workloads().get(0);
    baseline = write("b.json", new Attribution("portable/2", List.of(cart, renamed(cart, "old"))));
    now = write("n.json", new Attribution("portable/2", List.of(renamed(cart, "new"), cart)));

    assertThat(explain().out())
        .isEqualTo(
            """
            cart: no difference in any figure
            not compared: new is not in BEFORE
            not compared: old is only in BEFORE
            """
                .replace("BEFORE", baseline.toString()));
  }

  @Test
  void whatCannotBeComparedIsBadInputThatNamesTheBaseline() {
    now = write("n.json", new Attribution("full/2@17.0.15", attribution(1500, 1).workloads()));

    assertThat(explain())
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: "
                    + baseline
                    + ": counted with portable/2, but now it is full/2@17.0.15, and the two cannot"
                    + " be compared: count both with the same --meter, or explain the earlier code"
                    + " again\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "--workload=counter, --workload",
    "--sessions=3, --sessions",
    "--suite=s.yaml, --suite",
    "--profile=p.json, --profile",
    "--classpath=., --classpath",
    "--meter=full, --meter",
    "--threads=2, --threads",
    "--verify, --verify"
  })
  void anOptionForRunningIsRefusedWhereNothingRuns(String option, String name) {
    assertThat(explain(option))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: "
                    + name
                    + " cannot be combined with --now: what was attributed is explained as it is\n"
                    + "try 'lightspeed explain --help'\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          explain --before=b --figure=cpus    | --figure: unknown figure 'cpus', did you mean 'cpu'? known: cpu, allocation, payload, patch-ops, memory, all
          explain --before=b --top=0          | --top: 0 is out of range, 1 to 2147483647
          explain --figure=cpu                | --figure explains a difference: add --before FILE
          explain --before=b --by=total       | --by cannot be combined with --before: parts are ranked by their difference
          explain --by=cost                   | --by: unknown rank 'cost'; known: self, total, allocated
          explain --meter=ful                 | --meter: unknown meter 'ful', did you mean 'full'? known: portable, full
          """)
  void aWrongOptionIsOneLineAndAHint(String line, String message) {
    String[] words = line.split(" ");

    assertThat(CommandRun.of(words))
        .isEqualTo(
            new CommandRun(
                2, "", "lightspeed: " + message + "\ntry 'lightspeed " + words[0] + " --help'\n"));
  }

  @Test
  void aFileThatIsNoAttributionIsBadInput() throws Exception {
    baseline = Files.writeString(folder.resolve("other.json"), "{\"schema\":\"report/1\"}\n");

    assertThat(explain())
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: "
                    + baseline
                    + ":1:11: schema: found 'report/1', expected 'attribution/1': is this the right"
                    + " file?\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "collapsed=", "html="})
  void aFileThatCannotBeWrittenIsRefusedBeforeAnythingRuns(String format) {
    assertThat(CommandRun.of("explain", "--out", format + folder))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: --out: '"
                    + folder
                    + "' is a folder: name a file to write, such as report.json\n"));
  }

  private CommandRun explain(String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "explain";
    all[1] = "--before=" + baseline;
    all[2] = "--now=" + now;
    System.arraycopy(options, 0, all, 3, options.length);
    return CommandRun.of(all);
  }

  private Path write(String name, Attribution attribution) {
    Path file = folder.resolve(name);
    AttributionFile.write(file, attribution);
    return file;
  }

  /** A cart where each price costs more, and so does paying. */
  private static Attribution attribution(long price, long more) {
    CallTree mount = node("(mount)", 0, 0, node(TOTAL, 20, 0));
    CallTree add =
        node("add", 0, 0, node(HANDLE, 1_800, 64, node(PRICE, price * 9 - 1_500 - 100, 800)));
    CallTree pay =
        node("pay", 0, 0, node(HANDLE, 720, 0, node(SORT, 850 + more, 0), node(PRICE, 100, 0)));
    return new Attribution(
        "portable/2",
        List.of(
            new WorkloadAttribution(
                "cart",
                2,
                50,
                List.of(
                    kind("(mount)", 2, 0, mount),
                    kind("add", 90, more == 0 ? 10 : 20, add),
                    kind("pay", 10, 10, pay)),
                new RetainedPeak(
                    1,
                    50,
                    "add",
                    List.of(
                        new RetainedType("com.example.Cart", more == 0 ? 2 : 3, 200 + more))))));
  }

  /** The same with all figures of the first workload's only kind halved. */
  private static Attribution attribution(Attribution whole, long divisor) {
    WorkloadAttribution workload = whole.workloads().get(0);
    EventType kind = workload.eventTypes().get(0);
    CallTree method = kind.tree().children().get(0);
    long part = kind.cpuUnits() / divisor;
    CallTree tree = node(kind.name(), 0, 0, node(method.frame(), part, part));
    RetainedType type = workload.peak().types().get(0);
    return new Attribution(
        whole.meter(),
        List.of(
            new WorkloadAttribution(
                workload.workload(),
                1,
                1,
                List.of(new EventType(kind.name(), 2, part, part, part, part, tree)),
                new RetainedPeak(
                    0, 1, kind.name(), List.of(new RetainedType(type.type(), part, part))))));
  }

  private static WorkloadAttribution renamed(WorkloadAttribution workload, String label) {
    return new WorkloadAttribution(
        label,
        workload.distinctSessions(),
        workload.eventsPerSession(),
        workload.eventTypes(),
        workload.peak());
  }

  private static CallTree node(String frame, long units, long bytes, CallTree... children) {
    return new CallTree(frame, units, bytes, List.of(children));
  }

  private static EventType kind(String name, long count, long payload, CallTree tree) {
    return new EventType(
        name, count, tree.totalUnits(), tree.totalAllocatedBytes(), count * payload, count, tree);
  }
}
