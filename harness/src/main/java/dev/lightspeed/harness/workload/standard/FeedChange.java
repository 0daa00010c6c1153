package dev.lightspeed.harness.workload.standard;

import java.util.List;

/** What one event did to the messages: all that the view needs, since no state holds their text. */
sealed interface FeedChange {

  /**
   * Messages came in at the end.
   *
   * @param messages the new ones, in order, at least one
   * @param dropped how many left at the front to make room; the state before has their ids
   */
  record Appended(List<Message> messages, int dropped) implements FeedChange {

    public Appended {
      messages = List.copyOf(messages);
    }
  }

  /** The message with this id has a new author and text, and its old place. */
  record Edited(Message message) implements FeedChange {}

  /** The message with this id is gone. */
  record Deleted(int id) implements FeedChange {}
}
