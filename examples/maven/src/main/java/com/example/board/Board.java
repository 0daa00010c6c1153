package com.example.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A board of cards as one user sees it: answers what the user does with what changes on the page. */
public final class Board {

  private record Card(int id, String title, Column column) {}

  private final Map<Integer, Card> cards = new LinkedHashMap<>();

  /** The page without cards. */
  public Patch page() {
    StringBuilder page = new StringBuilder("page ");
    for (Column column : Column.values()) {
      page.append("<ul id=").append(name(column)).append("></ul>");
    }
    return new Patch(List.of(page.toString()));
  }

  /** Puts a new card into the first column. Cards are numbered from 1. */
  public Patch add(String title) {
    Card card = new Card(cards.size() + 1, title, Column.TODO);
    cards.put(card.id(), card);
    return new Patch(List.of(append(card)));
  }

  /** Moves a card to the end of a column; one that is not there, or there already, stays. */
  public Patch move(int id, Column to) {
    Card card = cards.get(id);
    if (card == null || card.column() == to) {
      return new Patch(List.of());
    }
    Card moved = new Card(id, card.title(), to);
    cards.put(id, moved);
    return new Patch(List.of("remove " + id, append(moved)));
  }

  /** Marks the cards whose title contains {@code text}. */
  public Patch find(String text) {
    List<String> marks = new ArrayList<>();
    for (Card card : cards.values()) {
      if (card.title().contains(text)) {
        marks.add("mark " + card.id());
      }
    }
    return new Patch(marks);
  }

  private static String append(Card card) {
    return "append " + name(card.column()) + " <li id=" + card.id() + ">" + card.title();
  }

  private static String name(Column column) {
    return column.name().toLowerCase(Locale.ROOT);
  }
}
