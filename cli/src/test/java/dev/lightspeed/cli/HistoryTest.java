package dev.lightspeed.cli;

import static dev.lightspeed.cli.Repository.METER;
import static dev.lightspeed.cli.Repository.baseline;
import static dev.lightspeed.cli.Repository.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.cli.text.Environment;
import dev.lightspeed.cli.text.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code history} says. What git does to a history is in {@link HistoryInGitTest}. */
class HistoryTest {

  private static final String FILE = "lightspeed.baseline.json";

  @TempDir Path folder;
  private Repository repository;
  private Path file;

  @BeforeEach
  void initialise() {
    repository = Repository.in(folder);
    file = folder.resolve(FILE);
  }

  @Test
  void everyCommitThatChangedTheBaselineIsALine() {
    String first = repository.cart(27).commit("Begin");
    repository.commit("Change nothing of it");
    String second = repository.cart(35).commit("Give each row a class, which has a long name");
    String third =
        repository
            .write(FILE, baseline(METER, scenario("cart", 30), scenario("search", 9)))
            .commit("Gate the search");
    CommandRun run = repository.history();

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().replaceAll(" [0-9a-f]{8} ", " ######## "))
        .isEqualTo(
            """
            %s: 3 commits have changed it

            commit     date        worse  better  new  signature  subject
            %s  2026-01-04      -       3    1  ########   Gate the search
            %s  2026-01-03      3       -    -  ########   Give each row a class, wh…
            %s  2026-01-01                      ########   Begin
                the baseline begins, 1 scenario

            one figure: 'lightspeed history cart.totalPayloadBytes'
            """
                .formatted(file, third, second, first));
  }

  @Test
  void whatIsNotCommittedStandsOnTop() throws IOException {
    repository.cart(27).commit("Begin");
    assertThat(repository.history().out()).doesNotContain("(not committed)");
    repository.cart(35);

    assertThat(repository.history().out()).contains("\n-          -               3       -  ");
    assertThat(repository.history("cart.avgPayloadBytes").out())
        .contains("worse last:  not committed: avg payload 35 B > 27 B (+29.6 %)\n")
        .endsWith("since the baseline before:\n  git diff " + repository.head() + "\n");
    assertThat(repository.history("--range=HEAD").out()).contains("(not committed)");

    // Other line ends or indents are no change.
    Files.writeString(file, baseline(METER, scenario("cart", 27)).replace("\n", "\r\n  "));
    assertThat(repository.history().out()).doesNotContain("(not committed)");
    Files.delete(file);
    assertThat(repository.history().out()).contains("(not committed)", "the baseline was removed");
  }

  @Test
  void aFigureIsPlottedAndTheCommitThatMadeItWorseIsFound() {
    String first = repository.cart(27).commit("Begin");
    String second = repository.cart(35).commit("Give each row a class");
    String third = repository.cart(30).commit("Shorten it");
    CommandRun run = repository.history("cart.avgPayloadBytes");

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                0,
                """
                cart: avg payload in B, less is better

                35 ┤        ╭───────╮
                   │        │       │
                   │        │       │
                   │        │       │
                   │        │       ╰───────
                   │        │
                   │        │
                27 ┤────────╯
                   └────────────────────────
                            ^ %s
                    2026-01-01    2026-01-03

                commit     date        before  now   change          subject
                %s  2026-01-03      35   30  -14.3 %%  better  Shorten it
                %s  2026-01-02      27   35  +29.6 %%  worse   Give each row a class
                %s  2026-01-01           27           new     Begin

                worse last:  %s, 2026-01-02: avg payload 35 B > 27 B (+29.6 %%)
                it is the only commit since the baseline before, and has the cause:
                  git show %s
                """
                    .formatted(second, third, second, first, second, second),
                ""));
  }

  @Test
  void theCommitsThatMayHoldTheCauseAreNamed() {
    String first = repository.cart(10).commit("Begin");
    repository.commit("Change the code");
    repository.commit("Change it again");
    String second = repository.cart(20).commit("Accept it");
    String third = repository.cart(21).commit("Add a byte");
    CommandRun run = repository.history("cart.avgPayloadBytes", "--range", second);

    assertThat(run.out())
        .endsWith(
            """
            worse last:  %2$s, 2026-01-04: avg payload 20 B > 10 B (+100.0 %%)
            the cause is one of the 3 commits since the baseline before:
              git log %1$s..%2$s
            to find it, with your build in place of BUILD:
              git bisect start %2$s %1$s
              git bisect run sh -c 'BUILD || exit 125
                lightspeed check --against %1$s --workload cart
                exit $(($? > 1 ? 125 : $?))'
            """
                .formatted(first, second));
    assertThat(repository.history("cart.avg_payload_bytes").out())
        .contains("worse last:  " + third + ", 2026-01-05: avg payload 21 B > 20 B (+5.0 %)\n")
        .contains("worse most:  " + second + ", 2026-01-04: avg payload 20 B > 10 B (+100.0 %)\n");
  }

  @Test
  void bisectingBeginsInTheTopFolder() throws IOException {
    repository.write("a/shop/" + FILE, baseline(METER, scenario("cart", 10))).commit("Begin");
    repository.commit("Change the code");
    repository.write("a/shop/" + FILE, baseline(METER, scenario("cart", 11))).commit("Accept it");
    Environment shop =
        Environment.plain().at(new Workplace(folder.resolve("a/shop").toRealPath(), false));

    assertThat(CommandRun.in(shop, "history", "cart.avgPayloadBytes").out())
        .contains("place of BUILD, in the top folder of the repository:\n")
        .contains("'BUILD || exit 125\n    cd a/shop/ || exit 125\n    lightspeed check ");
  }

  @Test
  void aPartIsShownWithWhatWasBeforeIt() {
    String first = repository.cart(10).commit("Begin");
    String second = repository.cart(20).commit("Double it");
    repository.commit("Change nothing of it");
    String third = repository.cart(21).commit("Add a byte");
    String last = repository.commit("Change nothing more");

    for (String[] part :
        new String[][] {{"--limit=1"}, {"--range=" + second + ".."}, {"--range=HEAD~2..HEAD"}}) {
      assertThat(repository.history(part).out())
          .startsWith(file + ": 1 commit has changed it\n")
          .contains("\n" + third + "  2026-01-04      3       -  ")
          .doesNotContain(first)
          .doesNotContain(second);
    }
    String[] csv = {"cart.avgPayloadBytes", "--range=" + second + "..", "--out=csv=-"};
    assertThat(repository.history(csv).out().lines().skip(1))
        .hasSize(1)
        .allMatch(line -> line.contains(",20,21,worse,,Add a byte"));
    assertThat(repository.history("--range", third + "..").out())
        .isEqualTo(
            file + ": no commit of these has changed it; the last before them is " + third + "\n");
    assertThat(repository.history("cart.avgPayloadBytes", "--range", third + ".." + last).out())
        .isEqualTo("cart: avg payload in B, less is better\n\nno commit has changed it\n");
  }

  @Test
  void whatCannotBeReadIsLeftOutWithAWarning() {
    repository.cart(10).commit("Begin");
    String[] broken = new String[5];
    for (int i = 0; i < broken.length; i++) {
      broken[i] = repository.write(FILE, "{\"schema\": \"baseline/0\u001b[31m" + i).commit("Break");
    }
    String last = repository.cart(11).commit("Mend it");
    CommandRun run = repository.history();

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("\n" + last + "  2026-01-07      3       -  ")
        .contains("\n    cannot be read, left out\n");
    assertThat(run.err().lines())
        .hasSize(4)
        .first()
        .asString()
        .startsWith(
            "lightspeed: left out, because it cannot be read: " + file + " at " + broken[0] + ":1:")
        .doesNotContain("lightspeed update");
    assertThat(run.err())
        .endsWith("lightspeed: left out likewise: 2 more\n")
        .doesNotContain("\u001b");
    assertThat(repository.history("cart.avgPayloadBytes").out()).contains("one of the 6 commits");
  }

  @Test
  void aHistoryWithNothingToReadHasNoFigure() {
    repository.write(FILE, "{}").commit("Begin");

    assertThat(repository.history().out()).contains("cannot be read, left out");
    assertThat(repository.history("cart.avgPayloadBytes"))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: %1$s: there is no figure in its history; %1$s at %2$s:1:1: the key"
                        .formatted(file, repository.head())
                    + " 'schema' is missing, expected 'baseline/2': is this the right file?\n"));
  }

  @Test
  void anotherMeterIsNeverCompared() {
    repository.cart(10).commit("Begin");
    String second =
        repository.write(FILE, baseline("portable/3", scenario("cart", 99))).commit("Count anew");
    repository.write(FILE, baseline("portable/3", scenario("cart", 98))).commit("Save a byte");

    assertThat(repository.history().out())
        .contains("    not comparable: counted with portable/3, before with portable/2\n");
    assertThat(repository.history("cart.avgPayloadBytes").out())
        .contains("\n" + second + "  2026-01-02      10   99")
        .contains("    not comparable: counted with portable/3, before with portable/2\n")
        .contains("┊────────────────", "-1.0 %  better")
        .doesNotContain("+", "worse");
  }

  @Test
  void noSubjectReachesTheTerminalAsItIs() {
    repository.cart(10).commit("Begin");
    repository.cart(11).commit("\u001b[2J\u202Ehidden \u8868\u8868 <b>");
    String html = folder.resolve("page.html").toString();
    CommandRun run = repository.history("cart.avgPayloadBytes", "--out=html=" + html);

    assertThat(run.out())
        .contains("\uFFFD[2J\uFFFDhidden \u8868\u8868 <b>\n")
        .doesNotContain("\u001b")
        .doesNotContain("\u202E");
    assertThat(folder.resolve("page.html"))
        .content()
        .contains("\uFFFD[2J\uFFFDhidden \u8868\u8868 &lt;b&gt;")
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cart.avgPayload    | 'cart.avgPayload': unknown figure 'avgPayload', did you mean \
          'avgPayloadBytes'? known: p50LatencyMs, p95LatencyMs, totalPayloadBytes,
          card.avgCpuUnits   | 'card.avgCpuUnits': unknown workload 'card', did you mean 'cart'? \
          workloads: cart, search
          avgCpuUnits        | 'avgCpuUnits': names no workload: give cart.avgCpuUnits; workloads: \
          cart, search
          cart.sessionCount  | 'cart.sessionCount': unknown figure 'sessionCount'; known: p50
          --range=v9         | --range: 'v9': no such revision as 'v9' in the repository of FOLDER: \
          name a branch, a tag or a commit that 'git log' knows
          --range=..v9       | --range: '..v9': is no range: give REF, REF.. or REF..REF
          --range=HEAD...v9  | --range: 'HEAD...v9': is no range: give REF, REF.. or REF..REF
          --range=--all      | --range: '--all': no such revision as '--all' in
          --range=           | --range: '': no such revision as '' in
          --out=html=x.html  | --out: the history of one figure is written: name it
          --baseline=b.json  | b.json: there is no baseline, and no commit has it: write one with
          --out=x.html       | --out: 'x.html' names no format: give FORMAT=FILE; known: html, csv,
          --out=htm=x.html   | --out: unknown format 'htm', did you mean 'html'? known: html, csv
          --limit=0          | --limit: 0 is out of range, 1 to 2147483647
          """)
  void badInputIsNamed(String argument, String message) {
    repository
        .write(FILE, baseline(METER, scenario("cart", 10), scenario("search", 9)))
        .commit("Begin");
    CommandRun run = repository.history(argument);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("lightspeed: " + message.replace("FOLDER", "" + folder));
  }

  @Test
  void whatHasNoHistoryYetSaysWhatToDo(@TempDir Path bare) {
    assertThat(repository.cart(10).history().err())
        .isEqualTo(
            "lightspeed: the repository of "
                + folder
                + " has no commit yet: commit the baseline first\n");
    repository.git("commit", "--quiet", "--allow-empty", "--message=Begin");
    assertThat(repository.history().err())
        .isEqualTo(
            "lightspeed: "
                + file
                + ": no commit has it, and its history is that of its commits: commit it\n");
    assertThat(CommandRun.in(Environment.plain().at(new Workplace(bare, false)), "history").err())
        .startsWith(
            "lightspeed: "
                + bare
                + " is in no git repository that can be read: fatal: not a git repository");
  }

  @Test
  void theOnlyWorkloadNeedNotBeNamed() {
    repository.cart(10).commit("Begin");

    assertThat(repository.history("AVG-payload_bytes").out())
        .startsWith("cart: avg payload in B, less is better\n\ncommit ");
  }

  @Test
  void aBaselineIsNeverWrittenTo() {
    repository.cart(10).commit("Begin");

    assertThat(repository.history("cart.avgCpuUnits", "--out=json=" + file).err())
        .contains("is a baseline, which 'lightspeed update' alone writes: name another file");
  }
}
