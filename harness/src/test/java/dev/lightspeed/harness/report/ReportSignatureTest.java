package dev.lightspeed.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class ReportSignatureTest {

  private static final Pattern FIGURE = Pattern.compile(": \"?([0-9]+)\"?(?=,?$)");

  @Provide
  Arbitrary<Report> reports() {
    return Reports.reports();
  }

  @Test
  void ofTheGoldenReportIsKeptForEver() {
    assertThat(ReportSignature.of(Reports.REPORT))
        .isEqualTo(
            "lightspeed/1 sha256:"
                + "051a3c9e3c8969fd294cf4a21815b4107fb59bd9b3aed5d4ecc563016dfab351");
  }

  @Test
  void coversTheMeterAndWhatItDidNotCount() {
    List<ScenarioReport> scenarios = Reports.REPORT.scenarios();
    Set<String> signatures =
        new TreeSet<>(
            List.of(
                ReportSignature.of(Reports.REPORT),
                ReportSignature.of(
                    new Report(Reports.PROFILE, scenarios, "full/2@17.0.15", List.of())),
                ReportSignature.of(
                    new Report(Reports.PROFILE, scenarios, "full/2@17.0.16", List.of())),
                ReportSignature.of(
                    new Report(Reports.PROFILE, scenarios, Reports.METER, List.of("A: why")))));

    assertThat(signatures).hasSize(4);
  }

  @Property(seed = "2", tries = 300)
  void isWhatAnotherImplementationMakesOfTheReportFile(@ForAll("reports") Report report)
      throws Exception {
    String canonical = new JsonCanonicalizer(ReportJson.write(report)).getEncodedString();
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));

    assertThat(ReportSignature.of(report))
        .isEqualTo("lightspeed/1 sha256:" + HexFormat.of().formatHex(digest));
  }

  @Property(seed = "3", tries = 200)
  void isAnotherForEveryFlippedFigure(@ForAll("reports") Report report) {
    List<String> lines = ReportJson.write(report).lines().toList();
    Set<String> signatures = new TreeSet<>(List.of(ReportSignature.of(report)));
    int readable = 0;
    for (int i = 0; i < lines.size(); i++) {
      List<String> flipped = new ArrayList<>(lines);
      flipped.set(i, flip(lines.get(i)));
      try {
        Report other = ReportJson.parse("r.json", String.join("\n", flipped));
        if (!other.equals(report)) {
          readable++;
          signatures.add(ReportSignature.of(other));
        }
      } catch (InputException e) {
        // The figure contradicts the others: nobody can pass it off as a report.
        assertThat(e).hasMessageStartingWith("r.json:");
      }
    }

    assertThat(signatures).hasSize(1 + readable);
    // At the least the profile's three figures.
    assertThat(readable).isGreaterThanOrEqualTo(3);
  }

  @Test
  void isAnotherForAnotherOrder() {
    List<ScenarioReport> reversed = new ArrayList<>(Reports.REPORT.scenarios());
    Collections.reverse(reversed);

    assertThat(ReportSignature.of(Reports.of(reversed.toArray(new ScenarioReport[0]))))
        .isNotEqualTo(ReportSignature.of(Reports.REPORT));
  }

  /** The line with its figure one more, or one less if there is no more. */
  private static String flip(String line) {
    Matcher figure = FIGURE.matcher(line);
    if (!figure.find()) {
      return line;
    }
    long value = Long.parseLong(figure.group(1));
    long other = value == Long.MAX_VALUE ? value - 1 : value + 1;
    return line.substring(0, figure.start())
        + ": "
        + JsonText.integer(other)
        + line.substring(figure.end());
  }
}
