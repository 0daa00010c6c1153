package com.example.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lightspeed.meter.Meter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BoardTest {

  @Test
  void aCardMovesToTheEndOfAColumn() {
    Board board = new Board();
    board.add("Write");

    assertEquals(
        List.of("remove 1", "append doing <li id=1>Write"),
        board.move(1, Column.DOING).operations());
    assertEquals(List.of(), board.move(1, Column.DOING).operations());
  }

  @Test
  void aSearchMarksWhatItFinds() {
    Board board = new Board();
    board.add("Write");
    board.add("Read");
    board.add("Rewrite");

    assertEquals(List.of("mark 3"), board.find("write").operations());
  }

  /** The agent of lightspeed:prepare-agent counts here, too: work, and not time. */
  @Test
  void aCardIsMovedWithTheSameWorkOnASmallAndOnALargeBoard() throws InterruptedException {
    assertEquals(unitsOfAMove(10), unitsOfAMove(1000));
  }

  /** CPU units of moving the first of so many cards. */
  private static long unitsOfAMove(int cards) throws InterruptedException {
    Board board = new Board();
    for (int i = 0; i < cards; i++) {
      board.add("Card");
    }
    Meter meter = Meter.require();
    AtomicLong units = new AtomicLong();
    Thread thread =
        meter.newThread(
            () -> {
              long before = meter.units();
              board.move(1, Column.DONE);
              units.set(meter.units() - before);
            },
            "move");
    thread.start();
    thread.join();
    return units.get();
  }
}
