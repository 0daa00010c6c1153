package dev.lightspeed.harness.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {

  private static final List<String> KNOWN =
      List.of("counter", "crud_table", "stream_heavy_list", "form_heavy_flow");

  @Test
  void findsATypingMistake() {
    assertThat(NearestWord.of("conter", KNOWN)).isEqualTo("counter");
    assertThat(NearestWord.of("crud-table", KNOWN)).isEqualTo("crud_table");
    assertThat(NearestWord.of("COUNTER", List.of("counter"))).isNull();
  }

  @Test
  void findsAPartOfAWord() {
    assertThat(NearestWord.of("crud", KNOWN)).isEqualTo("crud_table");
    assertThat(NearestWord.of("heavy", KNOWN)).isEqualTo("stream_heavy_list");
  }

  @Test
  void findsNothingWhereNothingIsNear() {
    assertThat(NearestWord.of("chess", KNOWN)).isNull();
    assertThat(NearestWord.of("", KNOWN)).isNull();
    assertThat(NearestWord.of("x", List.of())).isNull();
  }

  @Test
  void asksOnlyIfThereIsSomethingToAsk() {
    assertThat(NearestWord.question("crud", KNOWN)).isEqualTo(", did you mean 'crud_table'?");
    assertThat(NearestWord.question("chess", KNOWN)).isEqualTo(";");
  }
}
