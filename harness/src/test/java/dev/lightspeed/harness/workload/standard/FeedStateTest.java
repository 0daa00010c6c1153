package dev.lightspeed.harness.workload.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Params;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedStateTest {

  private final FeedState three = FeedState.INITIAL.handle(append("3", 3)).state();

  @Test
  void startsEmpty() {
    assertThat(FeedState.INITIAL.size()).isZero();
    assertThat(FeedState.INITIAL.nextId()).isEqualTo(1);
    assertThat(FeedState.INITIAL.total()).isZero();
  }

  @Test
  void appendGivesEachMessageTheNextId() {
    FeedUpdate update = three.handle(append("2", 2));

    assertThat(update.change())
        .isEqualTo(
            new FeedChange.Appended(
                List.of(new Message(4, "A1", "T1"), new Message(5, "A2", "T2")), 0));
    assertThat(ids(update.state())).containsExactly(1, 2, 3, 4, 5);
    assertThat(update.state().nextId()).isEqualTo(6);
    assertThat(update.state().total()).isEqualTo(5);
  }

  @Test
  void editKeepsTheStateAndTellsTheText() {
    FeedUpdate update = three.handle(Event.of("edit", "id", "2", "author", "A", "text", "T"));

    assertThat(update.state()).isSameAs(three);
    assertThat(update.change()).isEqualTo(new FeedChange.Edited(new Message(2, "A", "T")));
  }

  @Test
  void deleteForgetsTheIdAndNotTheTotal() {
    FeedUpdate update = three.handle(Event.of("delete", "id", "2"));

    assertThat(update.change()).isEqualTo(new FeedChange.Deleted(2));
    assertThat(ids(update.state())).containsExactly(1, 3);
    assertThat(update.state().total()).isEqualTo(3);
    assertThat(update.state().nextId()).isEqualTo(4);
  }

  @Test
  void keepsTheNewestHundredAndTellsHowManyLeft() {
    FeedState state = FeedState.INITIAL;
    for (int i = 0; i < 12; i++) {
      FeedUpdate update = state.handle(append("8", 8));
      assertThat(((FeedChange.Appended) update.change()).dropped()).isZero();
      state = update.state();
    }
    FeedUpdate update = state.handle(append("7", 7));

    assertThat(((FeedChange.Appended) update.change()).dropped()).isEqualTo(3);
    assertThat(update.state().size()).isEqualTo(100);
    assertThat(update.state().idAt(0)).isEqualTo(4);
    assertThat(update.state().idAt(99)).isEqualTo(103);
    assertThat(update.state().total()).isEqualTo(103);
  }

  @Test
  void agreesWithAListOfIdsInEverySession() {
    for (int session = 0; session < 64; session++) {
      Iterator<Event> script = new FeedScript(session);
      FeedState state = FeedState.INITIAL;
      OracleFeed client = new OracleFeed();
      List<Integer> ids = new ArrayList<>();
      int total = 0;
      for (int i = 0; i < 200; i++) {
        Event event = script.next();
        if (event.name().equals("append")) {
          for (int n = Integer.parseInt(event.params().get("count")); n > 0; n--) {
            ids.add(++total);
          }
          while (ids.size() > 100) {
            ids.remove(0);
          }
        } else if (event.name().equals("delete")) {
          ids.remove(Integer.valueOf(event.params().get("id")));
        }
        FeedUpdate update = state.handle(event);
        state = update.state();
        client.apply(update.change());
        assertThat(ids(state)).isEqualTo(ids);
        assertThat(client.messages()).extracting(Message::id).isEqualTo(ids);
        assertThat(state.total()).isEqualTo(total);
      }
    }
  }

  @Test
  void leavesTheStateBeforeAsItWas() {
    three.handle(append("2", 2));
    three.handle(Event.of("delete", "id", "1"));

    assertThat(ids(three)).containsExactly(1, 2, 3);
    assertThat(three.total()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4", "-1", "01", "", "one", "4294967297"})
  void refusesAMessageThatIsNotThere(String id) {
    assertRefused(Event.of("delete", "id", id), "stream_heavy_list: no message '" + id + "'");
    assertRefused(
        Event.of("edit", "id", id, "author", "A", "text", "T"),
        "stream_heavy_list: no message '" + id + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "3", "02", "", "two"})
  void refusesACountThatIsNotTheNumberOfMessages(String count) {
    assertRefused(
        append(count, 2),
        "stream_heavy_list: count: '"
            + count
            + "' is not the number of messages, 2, or out of range, 1 to 8");
  }

  @Test
  void refusesToAppendNothingOrTooMuch() {
    assertRefused(
        append("0", 0),
        "stream_heavy_list: count: '0' is not the number of messages, 0, or out of range, 1 to 8");
    assertRefused(
        append("9", 9),
        "stream_heavy_list: count: '9' is not the number of messages, 9, or out of range, 1 to 8");
  }

  @Test
  void refusesWhatThePageCouldNotHaveSent() {
    assertRefused(
        Event.of("clear"), "stream_heavy_list: unknown event 'clear', known: append, edit, delete");
    assertRefused(
        Event.of("append", "count", "1"),
        "stream_heavy_list: event 'append' takes 2 params, got '{count=1}'");
    assertRefused(
        Event.of("append", "count", "1", "messages", "hello"),
        "params: no list named 'messages' in {count=1, messages=hello}");
    assertRefused(
        Event.of("edit", "id", "1", "text", "T"),
        "stream_heavy_list: event 'edit' takes 3 params, got '{id=1, text=T}'");
    assertRefused(
        Event.of("delete", "id", "1", "why", "spam"),
        "stream_heavy_list: event 'delete' takes 1 params, got '{id=1, why=spam}'");
    assertRefused(
        new Event(
            "append", Params.of("count", "1").with("messages", List.of(Params.of("author", "A")))),
        "stream_heavy_list: message 1 of 1 takes author and text, got '{author=A}'");
  }

  private void assertRefused(Event event, String message) {
    assertThatThrownBy(() -> three.handle(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThat(ids(three)).containsExactly(1, 2, 3);
  }

  private static Event append(String count, int size) {
    List<Params> messages = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      messages.add(Params.of("author", "A" + i, "text", "T" + i));
    }
    return new Event("append", Params.of("count", count).with("messages", messages));
  }

  private static List<Integer> ids(FeedState state) {
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < state.size(); i++) {
      ids.add(state.idAt(i));
    }
    return ids;
  }
}
