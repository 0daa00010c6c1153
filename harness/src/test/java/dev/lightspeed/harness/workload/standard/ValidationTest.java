package dev.lightspeed.harness.workload.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.workload.SplitMix64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {

  private static final String SMILE = "\uD83D\uDE00";

  @ParameterizedTest
  @CsvSource({
    "NAME, '', is required",
    "NAME, x, is too short",
    "NAME, xy, ",
    "PASSWORD, '', is required",
    "PASSWORD, 1234567, is too short",
    "PASSWORD, 12345678, ",
    "STREET, '', is required",
    "STREET, ' ', ",
    "CITY, '', is required",
    "CITY, x, ",
    "POSTCODE, '', is required",
    "POSTCODE, 1234, must be five digits",
    "POSTCODE, 12345, ",
    "POSTCODE, 00000, ",
    "POSTCODE, 123456, must be five digits",
    "POSTCODE, '1234 ', must be five digits",
    "POSTCODE, -1234, must be five digits",
    "POSTCODE, ١٢٣٤٥, must be five digits",
    "COUNTRY, '', is required",
    "COUNTRY, Korcula, ",
    "COUNTRY, korcula, is invalid",
    "COUNTRY, Nowhere, is invalid",
    "THEME, '', is required",
    "THEME, light, ",
    "THEME, dark, ",
    "THEME, system, ",
    "THEME, neon, is invalid",
    "NEWSLETTER, '', ",
    "NEWSLETTER, true, ",
    "NEWSLETTER, false, ",
    "NEWSLETTER, TRUE, is invalid",
    "BIO, '', ",
  })
  void givesTheFirstErrorThatApplies(Field field, String value, String error) {
    assertThat(Validation.error(field, value)).isEqualTo(error);
  }

  @Test
  void countsCharactersAndNotUtf16Units() {
    assertThat(Validation.error(Field.NAME, SMILE)).isEqualTo("is too short");
    assertThat(Validation.error(Field.NAME, SMILE + SMILE)).isNull();
    assertThat(Validation.error(Field.PASSWORD, SMILE.repeat(7))).isEqualTo("is too short");
    assertThat(Validation.error(Field.PASSWORD, SMILE.repeat(8))).isNull();
    assertThat(Validation.error(Field.BIO, SMILE.repeat(200))).isNull();
    assertThat(Validation.error(Field.BIO, SMILE.repeat(201))).isEqualTo("is too long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.c",
        "a@b.c.d",
        "a@..b",
        "a@b..",
        ".@...",
        "a.b@c.d",
        "a@b.c.",
        "é@ü.ß",
        "\uD83D\uDE00@b.c"
      })
  void takesAnEmailWithADotAmongOtherCharactersBehindTheAt(String value) {
    assertThat(Validation.error(Field.EMAIL, value)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        ".",
        "a",
        "a@",
        "@b.c",
        "a@b",
        "a@b.",
        "a@.b",
        "a@.",
        "a@..",
        "a@b@c.d",
        "a@b.c@",
        " a@b.c",
        "a@b.c ",
        "a@b .c",
        "a@b.c\n",
        "a@b\u00a0x.c",
        "a\u3000@b.c",
        "a@b.\u2028",
        "a\u0085@b.c"
      })
  void refusesAnyOtherEmail(String value) {
    assertThat(Validation.error(Field.EMAIL, value)).isEqualTo("is invalid");
  }

  @Test
  void agreesWithTheRulesAsRegularExpressionsOnAnyText() {
    // Few distinct characters, so that every rule is met and missed often.
    String characters = "a.@ 5\u00a0\u001c\u200b";
    SplitMix64 random = new SplitMix64(5);
    int emails = 0;
    int postcodes = 0;
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      int distinct = 1 + random.below(characters.length());
      for (int n = random.below(10); n > 0; n--) {
        text.append(characters.charAt(characters.length() - 1 - random.below(distinct)));
      }
      String value = text.reverse().toString();
      String shifted = value.replace('\u200b', '5').replace('\u001c', '@').replace('\u00a0', '.');
      for (Field field : Field.values()) {
        assertAgreement(field, value);
        assertAgreement(field, shifted);
      }
      emails += Validation.error(Field.EMAIL, shifted) == null ? 1 : 0;
      postcodes += Validation.error(Field.POSTCODE, shifted) == null ? 1 : 0;
    }
    assertThat(emails).isGreaterThan(1_000);
    assertThat(postcodes).isGreaterThan(1_000);
  }

  @Test
  void knowsUnicodeWhiteSpaceFromAllOtherCharacters() {
    for (int c = 0; c < 0x10000; c++) {
      if (!Character.isSurrogate((char) c)) {
        assertAgreement(Field.EMAIL, "a" + (char) c + "@b.c");
      }
    }
  }

  private static void assertAgreement(Field field, String value) {
    assertThat(Objects.requireNonNullElse(Validation.error(field, value), ""))
        .as("%s of '%s'", field, value)
        .isEqualTo(OracleForm.error(field.label(), value));
  }
}
