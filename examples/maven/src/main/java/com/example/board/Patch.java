package com.example.board;

import java.util.List;

/**
 * What the browser is told to change.
 *
 * @param operations one a line, in their order
 */
public record Patch(List<String> operations) {

  /** Copies the list. */
  public Patch {
    operations = List.copyOf(operations);
  }

  /** As it goes over the wire. */
  public String text() {
    return String.join("\n", operations);
  }
}
