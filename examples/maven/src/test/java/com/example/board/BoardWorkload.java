package com.example.board;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.SplitMix64;
import dev.lightspeed.harness.workload.Workload;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.IntStream;

/** Users who add cards, move them on, and look for one now and then. */
public final class BoardWorkload implements Workload {

  @Override
  public String label() {
    return "board";
  }

  @Override
  public Pace pace() {
    return Pace.thinking(Duration.ofSeconds(2));
  }

  @Override
  public Iterator<Event> script(int session) {
    SplitMix64 random = SplitMix64.forSession(label(), session);
    return IntStream.iterate(0, step -> step + 1).mapToObj(step -> event(random, step)).iterator();
  }

  private static Event event(SplitMix64 random, int step) {
    if (step % 2 == 0) {
      return Event.of("add", "title", "Card " + random.below(1000));
    }
    if (random.below(4) == 0) {
      return Event.of("find", "text", "" + random.below(100));
    }
    return Event.of(
        "move",
        "card",
        "" + (1 + random.below(1 + step / 2)),
        "to",
        Column.values()[random.below(3)].name());
  }

  @Override
  public Session open(int session) {
    Board board = new Board();
    return new Session() {

      @Override
      public Frame mount() {
        return frame(board.page());
      }

      @Override
      public Frame handle(Event event) {
        return frame(
            switch (event.name()) {
              case "add" -> board.add(event.params().get("title"));
              case "move" ->
                  board.move(
                      Integer.parseInt(event.params().get("card")),
                      Column.valueOf(event.params().get("to")));
              case "find" -> board.find(event.params().get("text"));
              default -> throw new IllegalArgumentException("unknown event: " + event);
            });
      }

      @Override
      public Object retained() {
        return board;
      }
    };
  }

  private static Frame frame(Patch patch) {
    return Frame.of(patch.text(), patch.operations().size());
  }
}
