package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Params;
import java.util.Arrays;
import java.util.List;

/**
 * What the server keeps of a feed: the ids of the messages that the client still has, and no text.
 * Immutable.
 */
final class FeedState {

  /** The workload's label. */
  static final String LABEL = "stream_heavy_list";

  /** Messages that the client keeps: the newest. */
  static final int MAX_MESSAGES = 100;

  /** Messages that one event brings at most. */
  static final int MAX_APPENDED = 8;

  /** What every session starts with. */
  static final FeedState INITIAL = new FeedState(new int[0], 1);

  /** Ascending, since ids are given in the order in which messages come in. */
  private final int[] ids;

  private final int nextId;

  private FeedState(int[] ids, int nextId) {
    this.ids = ids;
    this.nextId = nextId;
  }

  /** The number of messages that the client has, at most 100. */
  int size() {
    return ids.length;
  }

  /** The id of the message at {@code index}, oldest first. */
  int idAt(int index) {
    return ids[index];
  }

  /** The id of the next message. */
  int nextId() {
    return nextId;
  }

  /** Messages that have ever come in: each took an id, so it is not counted a second time. */
  int total() {
    return nextId - 1;
  }

  /**
   * The feed after an event, and what that did to the messages.
   *
   * @throws IllegalArgumentException if the page could not have sent the event
   */
  FeedUpdate handle(Event event) {
    return switch (event.name()) {
      case "append" -> append(event);
      case "edit" -> edit(event);
      case "delete" -> delete(event);
      default -> throw Input.unknownEvent(LABEL, event, "append, edit, delete");
    };
  }

  private FeedUpdate append(Event event) {
    Input.requireParams(LABEL, event, 2);
    String text = event.params().get("count");
    int count = Input.number(text);
    List<Params> items = event.params().items("messages");
    if (count < 1 || count > MAX_APPENDED || count != items.size()) {
      throw Input.refusal(
          LABEL,
          "count: "
              + Input.quoted(text)
              + " is not the number of messages, "
              + items.size()
              + ", or out of range, 1 to "
              + MAX_APPENDED);
    }
    Message[] messages = new Message[count];
    for (int i = 0; i < count; i++) {
      requireMessage(items.get(i), i + 1, count);
      messages[i] = message(nextId + i, items.get(i));
    }
    int dropped = Math.max(0, ids.length + count - MAX_MESSAGES);
    int kept = ids.length - dropped;
    int[] newest = new int[kept + count];
    System.arraycopy(ids, dropped, newest, 0, kept);
    for (int i = 0; i < count; i++) {
      newest[kept + i] = nextId + i;
    }
    FeedState state = new FeedState(newest, nextId + count);
    return new FeedUpdate(state, new FeedChange.Appended(List.of(messages), dropped));
  }

  private FeedUpdate edit(Event event) {
    Input.requireParams(LABEL, event, 3);
    int id = ids[indexOf(event.params())];
    return new FeedUpdate(this, new FeedChange.Edited(message(id, event.params())));
  }

  private FeedUpdate delete(Event event) {
    Input.requireParams(LABEL, event, 1);
    int index = indexOf(event.params());
    int[] fewer = new int[ids.length - 1];
    System.arraycopy(ids, 0, fewer, 0, index);
    System.arraycopy(ids, index + 1, fewer, index, fewer.length - index);
    return new FeedUpdate(new FeedState(fewer, nextId), new FeedChange.Deleted(ids[index]));
  }

  private static void requireMessage(Params item, int number, int count) {
    if (item.size() != 2) {
      throw Input.refusal(
          LABEL,
          "message "
              + number
              + " of "
              + count
              + " takes author and text, got "
              + Input.quoted(item.toString()));
    }
  }

  private static Message message(int id, Params params) {
    return new Message(id, params.get("author"), params.get("text"));
  }

  /** The index of the message that an event is about. */
  private int indexOf(Params params) {
    String id = params.get("id");
    int index = Arrays.binarySearch(ids, Input.number(id));
    if (index < 0) {
      throw Input.refusal(LABEL, "no message " + Input.quoted(id));
    }
    return index;
  }
}
