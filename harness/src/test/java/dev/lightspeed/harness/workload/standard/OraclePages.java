package dev.lightspeed.harness.workload.standard;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The pages of the four workloads, written as their definition is: a second, slow and obvious
 * rendering that the views are compared with. It shares no template, order or filter with them.
 */
public final class OraclePages {

  private OraclePages() {}

  /** The counter's page. */
  public static String counter(CounterState state) {
    return "<main id=\"counter\"><h1>Counter</h1>"
        + "<p>Count: <output id=\"count\">"
        + state.count()
        + "</output></p>"
        + "<p>Last step: <span id=\"step\">"
        + state.step()
        + "</span></p>"
        + "<button phx-click=\"dec\">-</button><button phx-click=\"inc\">+</button>"
        + "<button phx-click=\"reset\">reset</button>"
        + "</main>";
  }

  /** The table's page; what is shown and in which order is worked out from all rows. */
  public static String crud(CrudState state) {
    List<Row> shown = shown(state);
    return "<main id=\"crud\"><h1>People</h1>"
        + "<p id=\"notice\">"
        + escape(state.notice())
        + "</p>"
        + "<p>Showing <b id=\"shown\">"
        + shown.size()
        + "</b> of <b id=\"total\">"
        + state.rows().size()
        + "</b></p>"
        + "<table><thead><tr>"
        + "<th phx-click=\"sort\" phx-value-key=\"id\">Id"
        + arrow(state, "id")
        + "</th>"
        + "<th phx-click=\"sort\" phx-value-key=\"name\">Name"
        + arrow(state, "name")
        + "</th>"
        + "<th phx-click=\"sort\" phx-value-key=\"email\">Email"
        + arrow(state, "email")
        + "</th>"
        + "<th>Role</th><th>Actions</th>"
        + "</tr></thead><tbody id=\"rows\">"
        + shown.stream().map(OraclePages::row).collect(joining())
        + "</tbody></table>"
        + "</main>";
  }

  /** The rows that the table shows, filtered and sorted from scratch. */
  static List<Row> shown(CrudState state) {
    String filter = state.filter().label();
    String sortKey = state.sortKey().label();
    List<Row> shown = new ArrayList<>();
    for (Row row : state.rows()) {
      if (filter.equals("all") || filter.equals(row.role().label())) {
        shown.add(row);
      }
    }
    Comparator<String> byCodePoint =
        (a, b) -> java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    Comparator<Row> order = Comparator.comparingInt(Row::id);
    if (sortKey.equals("name")) {
      order = Comparator.comparing(Row::name, byCodePoint).thenComparing(order);
    } else if (sortKey.equals("email")) {
      order = Comparator.comparing(Row::email, byCodePoint).thenComparing(order);
    }
    shown.sort(state.ascending() ? order : order.reversed());
    return shown;
  }

  private static String arrow(CrudState state, String key) {
    if (!state.sortKey().label().equals(key)) {
      return "";
    }
    return state.ascending() ? " \u25B2" : " \u25BC";
  }

  private static String row(Row row) {
    int id = row.id();
    return "<tr id=\"row-"
        + id
        + "\" class=\""
        + (row.active() ? "active" : "inactive")
        + "\">"
        + "<td>"
        + id
        + "</td><td>"
        + escape(row.name())
        + "</td><td>"
        + escape(row.email())
        + "</td><td>"
        + row.role().label()
        + "</td>"
        + "<td><button phx-click=\"toggle\" phx-value-id=\""
        + id
        + "\">"
        + (row.active() ? "Deactivate" : "Activate")
        + "</button>"
        + "<button phx-click=\"delete\" phx-value-id=\""
        + id
        + "\">Delete</button></td></tr>";
  }

  /**
   * The feed's page on the client.
   *
   * @param messages the newest hundred at most, oldest first
   * @param total messages that have ever come in
   */
  public static String feed(List<Message> messages, int total) {
    return "<main id=\"stream\"><h1>Feed</h1><p>Messages: <span id=\"total\">"
        + total
        + "</span></p><ul id=\"messages\">"
        + messages.stream().map(OraclePages::message).collect(joining())
        + "</ul></main>";
  }

  private static String message(Message message) {
    return "<li id=\"msg-"
        + message.id()
        + "\"><b>"
        + escape(message.author())
        + "</b> <span>"
        + escape(message.text())
        + "</span></li>";
  }

  /** The form's page. */
  public static String form(FormState state) {
    return "<main id=\"form\"><h1>Sign up</h1>"
        + "<ol id=\"steps\">"
        + steps(state.step().number())
        + "</ol>"
        + "<p id=\"notice\">"
        + escape(state.notice())
        + "</p>"
        + "<form phx-change=\"change\" phx-submit=\"next\"><h2>"
        + state.step().title()
        + "</h2>"
        + state.step().fields().stream().map(field -> field(state, field)).collect(joining())
        + (state.step() == Step.REVIEW ? review(state) : "")
        + "<p id=\"progress\">"
        + valid(state)
        + " of 10 fields valid</p>"
        + "<button type=\"button\" phx-click=\"back\">Back</button>"
        + "<button type=\"submit\">"
        + (state.step() == Step.REVIEW ? "Submit" : "Next")
        + "</button></form>"
        + "</main>";
  }

  private static String steps(int current) {
    String[] titles = {"Account", "Address", "Preferences", "Review"};
    StringBuilder steps = new StringBuilder();
    for (int step = 1; step <= 4; step++) {
      String progress = step < current ? "done" : step == current ? "current" : "todo";
      steps.append("<li class=\"" + progress + "\">" + titles[step - 1] + "</li>");
    }
    return steps.toString();
  }

  private static String field(FormState state, Field field) {
    String name = field.label();
    String error = OracleForm.error(name, state.value(field));
    return "<p class=\"field\"><label for=\""
        + name
        + "\">"
        + title(name)
        + "</label>"
        + "<input id=\""
        + name
        + "\" name=\""
        + name
        + "\" type=\""
        + (name.equals("password") ? "password" : "text")
        + "\" value=\""
        + escape(state.value(field))
        + "\">"
        + "<span class=\"error\">"
        + (state.touched(field) ? escape(error) : "")
        + "</span></p>";
  }

  private static String review(FormState state) {
    StringBuilder items = new StringBuilder();
    for (Field field : Field.values()) {
      String value = state.value(field);
      String shown =
          field == Field.PASSWORD ? "*".repeat((int) value.codePoints().count()) : escape(value);
      items.append("<dt>" + title(field.label()) + "</dt><dd>" + shown + "</dd>");
    }
    return "<dl id=\"review\">" + items + "</dl>";
  }

  private static int valid(FormState state) {
    int valid = 0;
    for (Field field : Field.values()) {
      if (OracleForm.error(field.label(), state.value(field)).isEmpty()) {
        valid++;
      }
    }
    return valid;
  }

  private static String title(String label) {
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
