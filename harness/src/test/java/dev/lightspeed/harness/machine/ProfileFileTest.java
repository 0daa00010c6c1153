package dev.lightspeed.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.Golden;
import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.Node;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ProfileFileTest {

  @Provide
  Arbitrary<Profile> profiles() {
    return Reports.profiles();
  }

  @Property(seed = "4", tries = 300)
  void readsBackWhatItWrites(@ForAll("profiles") Profile profile) {
    assertThat(ProfileFile.parse("p.json", ProfileFile.write(profile))).isEqualTo(profile);
  }

  @Test
  void versionOneStaysAsItIs() {
    Golden.assertHolds("profile-1.json", ProfileFile.write(Reports.PROFILE));
    assertThat(ProfileFile.read(Golden.file("profile-1.json"))).isEqualTo(Reports.PROFILE);
  }

  @Test
  void aCutProfileIsRefusedWhereverItIsCut() {
    String text = ProfileFile.write(Reports.PROFILE);
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
        "{\"cpuUnits\":%s,\"ioUnits\":1,\"memoryUnits\":1,\"name\":\"x\",\"schema\":\"profile/1\"}";

    assertThat(ProfileFile.parse("p.json", text.formatted("9007199254740991")).cpuUnits())
        .isEqualTo(Node.MAX_EXACT);
    assertThat(ProfileFile.parse("p.json", text.formatted("\"9007199254740992\"")).cpuUnits())
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
                        + "\"schema\":\"profile/1\"}"))
        .hasMessage("p.json:1:13: cpuUnits: found -1, expected an integer, at least 1");
    assertThatThrownBy(() -> ProfileFile.parse("p.json", "{\"schema\":\"profile/9\"}"))
        .hasMessage(
            "p.json:1:11: schema: unknown schema version 'profile/9', expected 'profile/1': use the"
                + " version of lightspeed that wrote the file, or write it again");
  }
}
