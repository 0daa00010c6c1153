package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.SplitMix64;
import dev.lightspeed.live.Differ;
import dev.lightspeed.live.ItemTemplate;
import dev.lightspeed.live.Keyed;
import dev.lightspeed.live.Rendered;
import dev.lightspeed.live.Template;
import dev.lightspeed.live.TemplateSet;
import dev.lightspeed.live.Text;

/** The table's view. A row that the filter hides stays in the browser, parked. */
final class CrudSession extends LiveSession {

  private static final Template PAGE =
      Template.parse(
          """
          <main id="crud"><h1>People</h1>
            <p id="notice">{notice}</p>
            <p>Showing <b id="shown">{shown}</b> of <b id="total">{total}</b></p>
            <table><thead><tr>
              <th phx-click="sort" phx-value-key="id">Id{idArrow}</th>
              <th phx-click="sort" phx-value-key="name">Name{nameArrow}</th>
              <th phx-click="sort" phx-value-key="email">Email{emailArrow}</th>
              <th>Role</th><th>Actions</th>
            </tr></thead><tbody id="rows">{rows}</tbody></table>
          </main>
          """);

  private static final Template ROW =
      Template.parse(
          """
          <tr id="row-{key}" class="{class}">
            <td>{key}</td><td>{name}</td><td>{email}</td><td>{role}</td>
            <td><button phx-click="toggle" phx-value-id="{key}">{toggle}</button>
            <button phx-click="delete" phx-value-id="{key}">Delete</button></td></tr>
          """);

  private static final Differ DIFFER = Differ.of(TemplateSet.of(PAGE, ROW));

  private static final ItemTemplate<Row> ROWS =
      ItemTemplate.of(ROW, row -> Integer.toString(row.id()), CrudSession::row);

  private static final Text ACTIVE = Text.of("active");
  private static final Text INACTIVE = Text.of("inactive");
  private static final Text ACTIVATE = Text.of("Activate");
  private static final Text DEACTIVATE = Text.of("Deactivate");
  private static final Text UP = Text.of(" ▲");
  private static final Text DOWN = Text.of(" ▼");

  private CrudState state;

  CrudSession(int sessionIndex) {
    super(DIFFER);
    state = CrudState.initial(SplitMix64.forSession(CrudState.LABEL, sessionIndex));
  }

  @Override
  Rendered render() {
    return PAGE.render(
        Text.of(state.notice()),
        Text.of(state.shown().size()),
        Text.of(state.rows().size()),
        arrow(SortKey.ID),
        arrow(SortKey.NAME),
        arrow(SortKey.EMAIL),
        Keyed.of(ROWS, state.shown()).parking(state.rows()));
  }

  @Override
  public Frame handle(Event event) {
    state = state.handle(event);
    return update(render());
  }

  private Text arrow(SortKey column) {
    if (column != state.sortKey()) {
      return Text.EMPTY;
    }
    return state.ascending() ? UP : DOWN;
  }

  private static Rendered row(Row row) {
    return ROW.render(
        row.active() ? ACTIVE : INACTIVE,
        Text.of(row.name()),
        Text.of(row.email()),
        Text.of(row.role().label()),
        row.active() ? DEACTIVATE : ACTIVATE);
  }
}
