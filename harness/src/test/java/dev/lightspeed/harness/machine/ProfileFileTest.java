package dev.lightspeed.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.Golden;
import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.Node;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFileTest {

  @Provide
  Arbitrary<Profile> profiles() {
    return Reports.profiles();
  }

  private static final Calibration CALIBRATION =
      new Calibration("portable/1", "17.0.15", 4, 7_000_000, 12_000_000, 30_000_000, 150);

  @Provide
  Arbitrary<Calibration> calibrations() {
    Arbitrary<String> texts =
        Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(64);
    Arbitrary<Integer> counts = Arbitraries.integers().between(1, Integer.MAX_VALUE);
    Arbitrary<Long> errors = Arbitraries.longs().between(0, Long.MAX_VALUE);
    Arbitrary<List<Long>> sorted =
        Arbitraries.longs()
            .between(1, Long.MAX_VALUE)
            .list()
            .ofSize(3)
            .map(rates -> rates.stream().sorted().toList());
    return Combinators.combine(texts, texts, counts, sorted, errors)
        .as(
            (meter, jdk, count, rates, error) ->
                new Calibration(
                    meter, jdk, count, rates.get(0), rates.get(1), rates.get(2), error));
  }

  @Property(seed = "4", tries = 300)
  void readsBackWhatItWrites(@ForAll("profiles") Profile profile) {
    assertThat(ProfileFile.parse("p.json", ProfileFile.write(profile)))
        .isEqualTo(new CalibratedProfile(profile, Optional.empty()));
  }

  @Property(seed = "5", tries = 300)
  void readsBackACalibrationThatItWrites(
      @ForAll("profiles") Profile profile, @ForAll("calibrations") Calibration calibration) {
    CalibratedProfile calibrated = new CalibratedProfile(profile, Optional.of(calibration));

    assertThat(ProfileFile.parse("p.json", ProfileFile.write(calibrated))).isEqualTo(calibrated);
  }

  @Test
  void versionTwoStaysAsItIs() {
    CalibratedProfile calibrated = calibrated();

    Golden.assertHolds("profile-2.json", ProfileFile.write(calibrated));
    assertThat(ProfileFile.read(Golden.file("profile-2.json"))).isEqualTo(calibrated);
  }

  @Test
  void aCalibratedProfileIsForItsOwnMeterOnly() {
    CalibratedProfile calibrated = calibrated();

    assertThat(calibrated.forMeter("p.json", "portable/1")).isEqualTo(Reports.PROFILE);
    assertThatThrownBy(() -> calibrated.forMeter("p.json", "portable/2"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "p.json: calibrated with portable/1, this lightspeed counts with portable/2, whose"
                + " units are others: calibrate again with 'lightspeed calibrate --out p.json'");
    assertThat(new CalibratedProfile(Reports.PROFILE, Optional.empty()).forMeter("p.json", "any/9"))
        .isEqualTo(Reports.PROFILE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "workloads": 4      | "workloads": 0       | workloads: found 0, expected an integer from 1 to 2147483647
          Median              | Midian               | unitsPerMsMidian: unknown key, did you mean 'unitsPerMsMedian'? known: errorPercent, jdk, meter, unitsPerMsLeast, unitsPerMsMedian, unitsPerMsMost, workloads
          "unitsPerMsLeast": 7 | "unitsPerMsLeast": 1007 | unitsPerMsMedian: 12000000 is out of range, at least 1007000000
          "portable/1"        | ""                    | meter: '' is not 1 to 64 printable ASCII characters
          """)
  void saysWhatIsWrongWithACalibration(String right, String wrong, String message) {
    String text = ProfileFile.write(calibrated());

    assertThat(text).contains(right);
    assertThatThrownBy(() -> ProfileFile.parse("p.json", text.replace(right, wrong)))
        .isInstanceOf(InputException.class)
        .hasMessageMatching("p\\.json:\\d+:\\d+: calibration\\." + Pattern.quote(message));
  }

  private static CalibratedProfile calibrated() {
    return new CalibratedProfile(Reports.PROFILE, Optional.of(CALIBRATION));
  }

  @Test
  void oneThatWasThoughtUpSaysNothingOfACalibration() {
    String text = ProfileFile.write(Reports.PROFILE);

    assertThat(text).contains("profile/2").doesNotContain("calibration");
    assertThat(ProfileFile.parse("p.json", text))
        .isEqualTo(new CalibratedProfile(Reports.PROFILE, Optional.empty()));
  }

  @Test
  void aCutProfileIsRefusedWhereverItIsCut() {
    String text = ProfileFile.write(calibrated());
    for (int length = 0; length < text.length() - 1; length++) {
      String cut = text.substring(0, length);
      assertThatThrownBy(() -> ProfileFile.parse("p.json", cut))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("p.json");
    }
  }

  @Test
  void anIntegerIsAStringExactlyWhereToolsWouldRoundIt() {
    String text =
        "{\"cpuUnits\":%s,\"ioUnits\":1,\"memoryUnits\":1,\"name\":\"x\",\"schema\":\"profile/2\"}";

    assertThat(ProfileFile.parse("p.json", text.formatted("9007199254740991")).profile().cpuUnits())
        .isEqualTo(Node.MAX_EXACT);
    assertThat(
            ProfileFile.parse("p.json", text.formatted("\"9007199254740992\""))
                .profile()
                .cpuUnits())
        .isEqualTo(Node.MAX_EXACT + 1);
    assertThatThrownBy(() -> ProfileFile.parse("p.json", text.formatted("\"9007199254740991\"")))
        .hasMessage(
            "p.json:1:13: cpuUnits: found the string '9007199254740991', expected an integer, at"
                + " least 1");
    assertThatThrownBy(() -> ProfileFile.parse("p.json", text.formatted("9007199254740992")))
        .hasMessage(
            "p.json:1:13: cpuUnits: found 9007199254740992, expected it as a string,"
                + " \"9007199254740992\": beyond 9007199254740991 many tools round numbers");
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    assertThatThrownBy(
            () ->
                ProfileFile.parse(
                    "p.json",
                    "{\"cpuUnits\":-1,\"ioUnits\":1,\"memoryUnits\":1,\"name\":\"x\","
                        + "\"schema\":\"profile/2\"}"))
        .hasMessage("p.json:1:13: cpuUnits: found -1, expected an integer, at least 1");
    assertThatThrownBy(() -> ProfileFile.parse("p.json", "{\"schema\":\"profile/9\"}"))
        .hasMessage(
            "p.json:1:11: schema: unknown schema version 'profile/9', expected 'profile/2':"
                + " use the version of lightspeed that wrote the file, or write it again");
  }
}
