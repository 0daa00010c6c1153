package com.example.board;

/** Where a card is on a board. */
public enum Column {
  /** To be done. */
  TODO,
  /** Somebody is at it. */
  DOING,
  /** Done. */
  DONE
}
