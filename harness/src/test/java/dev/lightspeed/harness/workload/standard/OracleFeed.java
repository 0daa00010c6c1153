package dev.lightspeed.harness.workload.standard;

import java.util.ArrayList;
import java.util.List;

/** The client of a feed: applies what the server tells it and keeps the newest hundred messages. */
public final class OracleFeed {

  private final List<Message> messages = new ArrayList<>();

  /** The messages that the client has, oldest first. */
  public List<Message> messages() {
    return messages;
  }

  /** Applies one change. */
  public void apply(FeedChange change) {
    if (change instanceof FeedChange.Appended appended) {
      messages.addAll(appended.messages());
      messages.subList(0, appended.dropped()).clear();
    } else if (change instanceof FeedChange.Edited edited) {
      messages.replaceAll(m -> m.id() == edited.message().id() ? edited.message() : m);
    } else if (change instanceof FeedChange.Deleted deleted) {
      messages.removeIf(m -> m.id() == deleted.id());
    }
  }
}
