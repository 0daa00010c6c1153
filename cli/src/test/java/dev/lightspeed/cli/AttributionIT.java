package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.AttributionDifference;
import dev.lightspeed.harness.attribution.AttributionFile;
import dev.lightspeed.harness.attribution.Contribution;
import dev.lightspeed.harness.attribution.EventType;
import dev.lightspeed.harness.attribution.FigureDifference;
import dev.lightspeed.harness.attribution.Quantity;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code attribute} and {@code explain} in fresh JVMs, on two versions of one class. */
class AttributionIT {

  private static final String OWN = "--classpath=" + System.getProperty("lightspeed.testClasses");
  private static final String CATALOGUE = "--workload=com.example.shop.Catalogue";

  @TempDir Path folder;
  private Lightspeed lightspeed;

  @BeforeEach
  void command() {
    lightspeed = new Lightspeed(folder);
  }

  @Test
  void theMethodThatGotHeavierIsNamedAndNoOther() throws IOException {
    compile("before", 20, 0);
    compile("now", 30, 0);
    CommandRun baseline = attribute("before", "--out=baseline.json.gz");
    CommandRun explained = explain("now", "--figure=cpu", "--out=html=page.html");
    attribute("now", "--out=now.json");
    FigureDifference cpu = difference("baseline.json.gz", "now.json", Quantity.CPU);

    assertThat(baseline.err()).isEmpty();
    assertThat(cpu.eventTypes()).extracting(Contribution::name).containsExactly("add");
    assertThat(cpu.parts()).hasSize(1);
    Contribution discount = cpu.parts().get(0);
    assertThat(discount.name()).isEqualTo("shop.Till.discount(I)I");
    assertThat(discount.path())
        .startsWith(
            "shop.Till.handle(Ldev/lightspeed/harness/workload/Event;)Ldev/lightspeed/harness/workload/Frame;")
        .endsWith("shop.Till.total()I", "shop.Till.discount(I)I");
    assertThat(discount.difference()).isEqualTo(cpu.difference()).isPositive();
    assertThat(explained.err()).isEmpty();
    assertThat(explained.out())
        .startsWith("till: CPU units +" + Numbers.grouped(cpu.difference()) + " (+")
        .contains("  Till.discount\n    in add › Till.handle › Till.total › Till.discount\n")
        .doesNotContain("other method", "Till.render");
    assertThat(Files.readString(folder.resolve("page.html"))).contains("Till.discount");
    assertThat(explained.exitCode()).isZero();
  }

  @Test
  void anEqualRunDoesNotDiffer() throws IOException {
    compile("before", 20, 0);
    attribute("before", "--out=baseline.json.gz");

    assertThat(explain("before"))
        .isEqualTo(new CommandRun(0, "till: no difference in any figure\n", ""));
  }

  @Test
  void theTypeThatGrewIsNamed() throws IOException {
    compile("before", 20, 0);
    compile("now", 20, 5);
    attribute("before", "--out=baseline.json.gz");
    attribute("now", "--out=now.json");
    FigureDifference memory = difference("baseline.json.gz", "now.json", Quantity.MEMORY);

    assertThat(memory.parts()).extracting(Contribution::name).containsExactly("shop.Till$Line");
    // five ints more than none: 12 + 4 for the price, rounded up to 16, and 20 on top
    assertThat(memory.parts().get(0).now() - memory.parts().get(0).before())
        .isEqualTo(memory.parts().get(0).countNow() * 24);
    assertThat(explain("now", "--figure=memory").out())
        .contains("shop.Till$Line (" + memory.parts().get(0).countNow() + " objects)");
  }

  @Test
  void neitherThreadsNorTheirNumberShow() throws IOException {
    String[] files = {"one.json", "three.json"};
    lightspeed.run("explain", OWN, CATALOGUE, "--events=40", "--threads=1", "--out=" + files[0]);
    lightspeed.run("explain", OWN, CATALOGUE, "--events=40", "--threads=3", "--out=" + files[1]);

    assertThat(lightspeed.file("one.json")).isEqualTo(lightspeed.file("three.json"));
  }

  @Test
  void theUnitsAreThoseOfTheTrace() {
    lightspeed.run("trace", "--sessions=3", "--events=60", "--out=trace.gz");
    CommandRun run =
        lightspeed.run(
            "explain",
            "--sessions=3",
            "--events=60",
            "--out=a.json",
            "--out=collapsed=c",
            "--verify");
    Attribution attribution = AttributionFile.read(folder.resolve("a.json"));
    List<Trace> traces = TraceFile.read(folder.resolve("trace.gz")).traces();

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .endsWith("\n\nverified: every count is the same again, in this JVM and in another one\n");
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    for (int i = 0; i < traces.size(); i++) {
      WorkloadAttribution workload = attribution.workloads().get(i);
      assertThat(workload.workload()).isEqualTo(traces.get(i).workload());
      assertThat(workload.cpuUnits()).isEqualTo(units(traces.get(i)));
      assertThat(workload.eventTypes()).extracting(EventType::name).contains("(mount)");
    }
    long collapsed =
        lightspeed.file("c").lines().mapToLong(line -> Long.parseLong(last(line))).sum();
    assertThat(collapsed)
        .isEqualTo(attribution.workloads().stream().mapToLong(WorkloadAttribution::cpuUnits).sum());
  }

  @Test
  void anotherSizeIsRefusedBeforeAnythingRuns() throws IOException {
    compile("before", 20, 0);
    attribute("before", "--out=baseline.json.gz");

    assertThat(
            lightspeed.run(
                "explain",
                "--before=baseline.json.gz",
                "--classpath=before",
                "--workload=shop.Till"))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: baseline.json.gz: till has 4 sessions × 25 events, but now 100"
                    + " sessions × 100 events, and the two cannot be compared: use --sessions 4"
                    + " --events 25, or explain the earlier code again\n"));
  }

  private CommandRun attribute(String version, String... options) {
    return run("explain", version, options);
  }

  private CommandRun explain(String version, String... options) {
    String[] all = new String[options.length + 1];
    all[0] = "--before=baseline.json.gz";
    System.arraycopy(options, 0, all, 1, options.length);
    return run("explain", version, all);
  }

  private CommandRun run(String command, String version, String... options) {
    String[] all = new String[options.length + 5];
    all[0] = command;
    all[1] = "--classpath=" + version;
    all[2] = "--workload=shop.Till";
    all[3] = "--sessions=4";
    all[4] = "--events=25";
    System.arraycopy(options, 0, all, 5, options.length);
    return lightspeed.run(all);
  }

  private FigureDifference difference(String before, String now, Quantity figure) {
    return AttributionDifference.between(
            AttributionFile.read(folder.resolve(before)), AttributionFile.read(folder.resolve(now)))
        .workloads()
        .get(0)
        .of(figure);
  }

  private static long units(Trace trace) {
    return trace.sessions().stream()
        .mapToLong(
            session -> {
              long sum = session.mount().cpuUnits();
              for (int i = 0; i < session.eventCount(); i++) {
                sum += session.cpuUnits(i);
              }
              return sum;
            })
        .sum();
  }

  private static String last(String line) {
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  /**
   * A version of the class, whose discount takes {@code rounds} and whose lines have more fields.
   */
  private void compile(String version, int rounds, int fields) throws IOException {
    StringBuilder more = new StringBuilder();
    for (int i = 0; i < fields; i++) {
      more.append("int more").append(i).append("; ");
    }
    Path source = Files.createDirectories(folder.resolve(version + "-source")).resolve("Till.java");
    Files.writeString(
        source, SOURCE.replace("ROUNDS", String.valueOf(rounds)).replace("FIELDS", more));
    Path classes = Files.createDirectories(folder.resolve(version));
    int exitCode =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "tests run on a JDK")
            .run(
                null,
                null,
                null,
                "--release=17",
                "-cp",
                System.getProperty("lightspeed.jar"),
                "-d",
                classes.toString(),
                source.toString());
    assertThat(exitCode).isZero();
  }

  private static final String SOURCE =
      """
      package shop;

      import dev.lightspeed.harness.workload.*;
      import java.time.Duration;
      import java.util.*;
      import java.util.stream.Stream;

      public final class Till implements Workload, Session {
        private static final class Line {
          int price;
          FIELDS
        }

        private final ArrayList<Line> lines = new ArrayList<>();

        public String label() { return "till"; }
        public Pace pace() { return Pace.thinking(Duration.ofSeconds(1)); }
        public Iterator<Event> script(int session) {
          SplitMix64 random = SplitMix64.forSession("till", session);
          return Stream.generate(
                  () -> random.below(4) == 0 ? Event.of("clear") : Event.of("add", "price", "" + random.below(9)))
              .iterator();
        }
        public Session open(int session) { return new Till(); }
        public Frame mount() { return Frame.of(render(0), 1); }
        public Frame handle(Event event) {
          if (event.name().equals("clear")) {
            lines.clear();
            return Frame.of(render(0), 1);
          }
          Line line = new Line();
          line.price = event.params().get("price").length();
          lines.add(line);
          return Frame.of(render(total()), 1);
        }
        public Object retained() { return lines; }

        private int total() {
          int sum = 0;
          for (Line line : lines) {
            sum += line.price - discount(line.price);
          }
          return sum;
        }

        private int discount(int price) {
          int discount = price;
          for (int i = 0; i < ROUNDS; i++) {
            discount = (discount * 31 + i) % 7;
          }
          return discount;
        }

        private String render(int total) { return "<b>" + (total == 1_000_000 ? "much" : "some") + "</b>"; }
      }
      """;
}
