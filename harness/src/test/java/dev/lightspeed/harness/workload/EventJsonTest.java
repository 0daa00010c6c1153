package dev.lightspeed.harness.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventJsonTest {

  @Test
  void writesNameAndParamsInTheirOrderWithoutSpaces() {
    assertThat(EventJson.line(Event.of("update", "id", "39", "name", "Robin Clover")))
        .isEqualTo("{\"event\":\"update\",\"params\":{\"id\":\"39\",\"name\":\"Robin Clover\"}}");
  }

  @Test
  void writesNoParamsAsAnEmptyObject() {
    assertThat(EventJson.line(Event.of("reset"))).isEqualTo("{\"event\":\"reset\",\"params\":{}}");
  }

  @Test
  void writesListsOfParams() {
    Params params =
        Params.of("count", "2")
            .with("messages", List.of(Params.of("author", "A", "text", "B"), Params.EMPTY));

    assertThat(EventJson.line(new Event("append", params)))
        .isEqualTo(
            "{\"event\":\"append\",\"params\":{\"count\":\"2\","
                + "\"messages\":[{\"author\":\"A\",\"text\":\"B\"},{}]}}");
  }

  @Test
  void escapesWhatJsonReservesAndNothingElse() {
    assertThat(EventJson.line(Event.of("a\"b\\c/\n\u0001", "é▲", "\uD83D\uDE00<&'")))
        .isEqualTo(
            "{\"event\":\"a\\\"b\\\\c/\\n\\u0001\",\"params\":{\"é▲\":\"\uD83D\uDE00<&'\"}}");
  }

  @Test
  void escapesHalfOfASurrogatePairWhichUtf8CannotCarry() {
    assertThat(EventJson.line(Event.of("e", "k", "\uD83Dx", "l", "é")))
        .isEqualTo("{\"event\":\"e\",\"params\":{\"k\":\"\\uD83Dx\",\"l\":\"é\"}}");
  }

  @Test
  void carriesEveryStringThroughUtf8() throws IOException {
    SplitMix64 random = new SplitMix64(1);
    for (int i = 0; i < 2_000; i++) {
      String name = anyString(random);
      String value = anyString(random);
      byte[] line = EventJson.line(Event.of(name, "key", value)).getBytes(StandardCharsets.UTF_8);

      try (JsonParser json = new JsonFactory().createParser(line)) {
        assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
        assertThat(json.nextFieldName()).isEqualTo("event");
        assertThat(json.nextTextValue()).isEqualTo(name);
        assertThat(json.nextFieldName()).isEqualTo("params");
        assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
        assertThat(json.nextFieldName()).isEqualTo("key");
        assertThat(json.nextTextValue()).isEqualTo(value);
      }
    }
  }

  /** Up to 12 UTF-16 units from all over the plane, surrogates and controls more often. */
  private static String anyString(SplitMix64 random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.below(13); i > 0; i--) {
      text.append(
          (char)
              switch (random.below(4)) {
                case 0 -> random.below(0x80);
                case 1 -> Character.MIN_HIGH_SURROGATE + random.below(0x400);
                case 2 -> Character.MIN_LOW_SURROGATE + random.below(0x400);
                default -> random.below(0x10000);
              });
    }
    return text.toString();
  }
}
