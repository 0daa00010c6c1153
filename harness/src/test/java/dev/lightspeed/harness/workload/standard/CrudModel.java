package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table a second time: mutable, with linear searches, and nothing kept that can be derived. */
final class CrudModel {

  private static final class Person {
    final int id;
    final String email;
    String name;
    String role;
    boolean active;

    Person(int id, String name, String email, String role, boolean active) {
      this.id = id;
      this.name = name;
      this.email = email;
      this.role = role;
      this.active = active;
    }
  }

  private final List<Person> people = new ArrayList<>();
  private int nextId;
  private String sortKey = "id";
  private boolean ascending = true;
  private String filter = "all";
  private String notice = "";

  /** Starts with the rows of a state that no event has changed yet. */
  CrudModel(CrudState initial) {
    for (Row row : initial.rows()) {
      people.add(new Person(row.id(), row.name(), row.email(), row.role().label(), row.active()));
    }
    nextId = initial.nextId();
  }

  void apply(Event event) {
    switch (event.name()) {
      case "update" -> {
        Person person = person(event);
        if (event.params().has("name")) {
          person.name = event.params().get("name");
        } else {
          person.role = event.params().get("role");
        }
        notice = "Updated row " + person.id;
      }
      case "create" -> create(event.params().get("name"), event.params().get("role"));
      case "delete" -> {
        Person person = person(event);
        if (people.size() == 1) {
          notice = "Table needs one row";
        } else {
          people.remove(person);
          notice = "Deleted row " + person.id;
        }
      }
      case "toggle" -> {
        Person person = person(event);
        person.active = !person.active;
        notice = "Toggled row " + person.id;
      }
      case "sort" -> {
        String key = event.params().get("key");
        ascending = !key.equals(sortKey) || !ascending;
        sortKey = key;
        notice = "Sorted by " + key;
      }
      case "filter" -> {
        filter = event.params().get("role");
        notice = "Showing " + filter;
      }
      default -> throw new AssertionError(event);
    }
  }

  private void create(String name, String role) {
    if (people.size() == 100) {
      notice = "Table is full";
      return;
    }
    String email = name.toLowerCase(Locale.ROOT).replace(" ", ".") + nextId + "@example.com";
    people.add(new Person(nextId, name, email, role, true));
    notice = "Created row " + nextId;
    nextId++;
  }

  private Person person(Event event) {
    String id = event.params().get("id");
    for (Person person : people) {
      if (Integer.toString(person.id).equals(id)) {
        return person;
      }
    }
    throw new AssertionError(event);
  }

  /** Everything that the table is, in words. */
  String describe() {
    StringBuilder text = header(nextId, sortKey, ascending, filter, notice);
    for (Person p : people) {
      text.append(line(p.id, p.name, p.email, p.role, p.active));
    }
    return text.toString();
  }

  /** Everything that a state is, in the same words. */
  static String describe(CrudState state) {
    StringBuilder text =
        header(
            state.nextId(),
            state.sortKey().label(),
            state.ascending(),
            state.filter().label(),
            state.notice());
    for (Row row : state.rows()) {
      text.append(line(row.id(), row.name(), row.email(), row.role().label(), row.active()));
    }
    return text.toString();
  }

  private static StringBuilder header(
      int nextId, String sortKey, boolean ascending, String filter, String notice) {
    return new StringBuilder(
        nextId + " " + sortKey + " " + ascending + " " + filter + " " + notice + "\n");
  }

  private static String line(int id, String name, String email, String role, boolean active) {
    return id + "|" + name + "|" + email + "|" + role + "|" + active + "\n";
  }
}
