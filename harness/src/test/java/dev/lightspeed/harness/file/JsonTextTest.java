package dev.lightspeed.harness.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("jdk")
class JsonTextTest {

  private static final long MAX_EXACT = 9_007_199_254_740_991L;

  @Provide
  Arbitrary<SortedMap<String, Object>> objects() {
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            strings().asGeneric(),
            Arbitraries.integers().asGeneric(),
            Arbitraries.longs().between(-MAX_EXACT, MAX_EXACT).asGeneric());
    Arbitrary<Object> values = Arbitraries.oneOf(scalars, scalars.list().ofMaxSize(4).asGeneric());
    Arbitrary<SortedMap<String, Object>> flat =
        Arbitraries.maps(strings(), values).ofMaxSize(6).map(TreeMap::new);
    return Arbitraries.maps(strings(), Arbitraries.oneOf(values, flat.asGeneric()))
        .ofMaxSize(6)
        .map(TreeMap::new);
  }

  private static Arbitrary<String> strings() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ascii().ofMaxLength(8),
        Arbitraries.strings()
            .withChars("\u0000\u001f\u007f\"\\/\b\t\n\f\rä€\u2028\uffff")
            .ofMaxLength(8),
        Arbitraries.of("\ud83d\ude00", "\ufb33", "\u20ac", "1", "</script>"));
  }

  @Property(seed = "5", tries = 500)
  void isCanonicalAsAnotherImplementationHasIt(@ForAll("objects") SortedMap<String, Object> object)
      throws IOException {
    String canonical = JsonText.canonical(object);

    assertThat(canonical).isEqualTo(new JsonCanonicalizer(canonical).getEncodedString());
    assertThat(new JsonCanonicalizer(JsonText.pretty(object)).getEncodedString())
        .isEqualTo(canonical);
  }

  @Test
  void sortsKeysByUtf16UnitsAsTheRfcShows() {
    SortedMap<String, Object> object = new TreeMap<>();
    for (String key : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
      object.put(key, 0);
    }

    assertThat(JsonText.canonical(object))
        .isEqualTo(
            "{\"\\r\":0,\"1\":0,\"\u0080\":0,\"\u00f6\":0,\"\u20ac\":0,\"\ud83d\ude00\":0,"
                + "\"\ufb33\":0}");
  }

  @Test
  void writesIntegersThatToolsWouldRoundAsStrings() {
    assertThat(JsonText.integer(MAX_EXACT)).isEqualTo("9007199254740991");
    assertThat(JsonText.integer(MAX_EXACT + 1)).isEqualTo("\"9007199254740992\"");
    assertThat(JsonText.integer(-MAX_EXACT)).isEqualTo("-9007199254740991");
    assertThat(JsonText.integer(Long.MIN_VALUE)).isEqualTo("\"-9223372036854775808\"");
  }

  @Test
  void putsAValueOnEachLine() {
    SortedMap<String, Object> object = new TreeMap<>();
    object.put("b", List.of(1, "x"));
    object.put("a", new TreeMap<>());
    object.put("c", List.of());

    assertThat(JsonText.pretty(object))
        .isEqualTo("{\n  \"a\": {},\n  \"b\": [\n    1,\n    \"x\"\n  ],\n  \"c\": []\n}\n");
  }

  @Test
  void refusesWhatHasNoForm() {
    SortedMap<String, Object> fraction = new TreeMap<>();
    fraction.put("a", 1.5);
    SortedMap<String, Object> half = new TreeMap<>();
    half.put("a", "x\ud83d");

    assertThatThrownBy(() -> JsonText.canonical(fraction))
        .hasMessage("json: no form for a java.lang.Double");
    assertThatThrownBy(() -> JsonText.canonical(half))
        .hasMessage("json: a string with half a character at 1");
  }
}
