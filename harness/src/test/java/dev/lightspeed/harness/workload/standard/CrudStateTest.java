package dev.lightspeed.harness.workload.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.SplitMix64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrudStateTest {

  private final CrudState table = CrudState.initial(SplitMix64.forSession(CrudState.LABEL, 0));

  @Test
  void startsWithFiftyRowsShownAsTheyAreStored() {
    assertThat(table.rows())
        .extracting(Row::id)
        .isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
    assertThat(table.shown()).isSameAs(table.rows());
    assertThat(table.nextId()).isEqualTo(51);
    assertThat(table.notice()).isEmpty();
  }

  @Test
  void makesTheEmailFromTheFirstNameAndKeepsIt() {
    CrudState created = table.handle(Event.of("create", "name", "Robin Clover", "role", "viewer"));
    CrudState renamed = created.handle(Event.of("update", "id", "51", "name", "Lark Mint"));

    assertThat(created.rows().get(50))
        .isEqualTo(new Row(51, "Robin Clover", "robin.clover51@example.com", Role.VIEWER, true));
    assertThat(renamed.rows().get(50))
        .isEqualTo(new Row(51, "Lark Mint", "robin.clover51@example.com", Role.VIEWER, true));
  }

  @Test
  void updatesOneRowAndSharesTheOthers() {
    CrudState updated = table.handle(Event.of("update", "id", "7", "name", "Lark Mint"));

    assertThat(updated.notice()).isEqualTo("Updated row 7");
    assertThat(updated.rows().get(6).name()).isEqualTo("Lark Mint");
    for (int i = 0; i < 50; i++) {
      if (i != 6) {
        assertThat(updated.rows().get(i)).isSameAs(table.rows().get(i));
      }
    }
  }

  @Test
  void sharesBothListsWhenAnUpdateChangesNothing() {
    Row row = table.rows().get(6);
    CrudState sorted = table.handle(Event.of("sort", "key", "name"));
    CrudState same = sorted.handle(Event.of("update", "id", "7", "role", row.role().label()));

    assertThat(same.notice()).isEqualTo("Updated row 7");
    assertThat(same.rows()).isSameAs(sorted.rows());
    assertThat(same.shown()).isSameAs(sorted.shown());
  }

  @Test
  void sharesTheShownListWhenTheChangeIsOutOfSight() {
    CrudState admins = table.handle(Event.of("filter", "role", "admin"));
    Row viewer = first(admins, Role.VIEWER);
    CrudState toggled = admins.handle(Event.of("toggle", "id", Integer.toString(viewer.id())));

    assertThat(toggled.notice()).isEqualTo("Toggled row " + viewer.id());
    assertThat(toggled.rows()).isNotEqualTo(admins.rows());
    assertThat(toggled.shown()).isSameAs(admins.shown());
  }

  @Test
  void aNewRoleTakesARowOutOfSightAndBack() {
    CrudState admins = table.handle(Event.of("filter", "role", "admin"));
    Row admin = first(admins, Role.ADMIN);
    String id = Integer.toString(admin.id());
    CrudState gone = admins.handle(Event.of("update", "id", id, "role", "editor"));
    CrudState back = gone.handle(Event.of("update", "id", id, "role", "admin"));

    assertThat(gone.shown()).doesNotContain(admin).hasSize(admins.shown().size() - 1);
    assertThat(back.shown()).isEqualTo(admins.shown());
  }

  @Test
  void reversesTiesAsWellWhenDescending() {
    CrudState state = table;
    for (String id : List.of("3", "9", "20")) {
      state = state.handle(Event.of("update", "id", id, "name", "A"));
    }
    CrudState up = state.handle(Event.of("sort", "key", "name"));
    CrudState down = up.handle(Event.of("sort", "key", "name"));

    assertThat(up.ascending()).isTrue();
    assertThat(up.shown().subList(0, 3)).extracting(Row::id).containsExactly(3, 9, 20);
    assertThat(down.ascending()).isFalse();
    assertThat(down.shown().subList(47, 50)).extracting(Row::id).containsExactly(20, 9, 3);
    assertThat(down.notice()).isEqualTo("Sorted by name");
  }

  @Test
  void sortsByIdAsNumbers() {
    CrudState down = table.handle(Event.of("sort", "key", "id"));

    assertThat(down.ascending()).isFalse();
    assertThat(down.shown().subList(0, 2)).extracting(Row::id).containsExactly(50, 49);
    assertThat(down.handle(Event.of("sort", "key", "id")).shown()).isSameAs(table.rows());
  }

  @Test
  void holdsAHundredRows() {
    CrudState state = table;
    for (int i = 0; i < 50; i++) {
      state = state.handle(Event.of("create", "name", "Robin Clover", "role", "viewer"));
    }
    CrudState full = state.handle(Event.of("create", "name", "One More", "role", "viewer"));

    assertThat(state.notice()).isEqualTo("Created row 100");
    assertThat(full.notice()).isEqualTo("Table is full");
    assertThat(full.rows()).isSameAs(state.rows());
    assertThat(full.nextId()).isEqualTo(101);
  }

  @Test
  void keepsItsLastRow() {
    CrudState state = table;
    for (int id = 1; id < 50; id++) {
      state = state.handle(Event.of("delete", "id", Integer.toString(id)));
    }
    CrudState last = state.handle(Event.of("delete", "id", "50"));

    assertThat(state.notice()).isEqualTo("Deleted row 49");
    assertThat(last.notice()).isEqualTo("Table needs one row");
    assertThat(last.rows()).isSameAs(state.rows()).hasSize(1);
    CrudState lastRow = last;
    assertThatThrownBy(() -> lastRow.handle(Event.of("delete", "id", "49")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("crud_table: no row '49'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "51", "-1", "+7", "07", "7 ", "", "seven", "4294967303"})
  void refusesARowThatIsNotThere(String id) {
    for (String event : List.of("delete", "toggle")) {
      assertThatThrownBy(() -> table.handle(Event.of(event, "id", id)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("crud_table: no row '" + id + "'");
    }
    assertThatThrownBy(() -> table.handle(Event.of("update", "id", id, "name", "Robin Clover")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("crud_table: no row '" + id + "'");
  }

  static List<Refusal> refusals() {
    return List.of(
        new Refusal(
            Event.of("drop"),
            "crud_table: unknown event 'drop',"
                + " known: update, create, delete, toggle, sort, filter"),
        new Refusal(
            Event.of("update", "id", "7"),
            "crud_table: event 'update' takes 2 params, got '{id=7}'"),
        new Refusal(
            Event.of("update", "id", "7", "name", "A", "role", "admin"),
            "crud_table: event 'update' takes 2 params, got '{id=7, name=A, role=admin}'"),
        new Refusal(
            Event.of("update", "id", "7", "email", "a@b.c"),
            "params: no string named 'role' in {id=7, email=a@b.c}"),
        new Refusal(
            Event.of("update", "id", "7", "role", "owner"),
            "crud_table: unknown role 'owner', known: admin, editor, viewer"),
        new Refusal(
            Event.of("create", "name", "A", "role", "Admin"),
            "crud_table: unknown role 'Admin', known: admin, editor, viewer"),
        new Refusal(
            Event.of("create", "role", "admin", "role", "admin"),
            "params: no string named 'name' in {role=admin, role=admin}"),
        new Refusal(Event.of("delete", "key", "7"), "params: no string named 'id' in {key=7}"),
        new Refusal(
            Event.of("sort", "key", "role"),
            "crud_table: unknown key 'role', known: id, name, email"),
        new Refusal(
            Event.of("filter", "role", "none"),
            "crud_table: unknown filter 'none', known: all, admin, editor, viewer"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesWhatThePageCouldNotHaveSentAndStaysAsItWas(Refusal refusal) {
    String before = OraclePages.crud(table);

    assertThatThrownBy(() -> table.handle(refusal.event()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(refusal.message());
    assertThat(OraclePages.crud(table)).isEqualTo(before);
  }

  @Test
  void refusesAnUnknownRoleEvenWhenTheTableIsFull() {
    CrudState state = table;
    for (int i = 0; i < 50; i++) {
      state = state.handle(Event.of("create", "name", "Robin Clover", "role", "viewer"));
    }
    CrudState full = state;

    assertThatThrownBy(() -> full.handle(Event.of("create", "name", "A", "role", "owner")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("crud_table: unknown role 'owner', known: admin, editor, viewer");
  }

  /** An event and why it is refused. */
  record Refusal(Event event, String message) {}

  private static Row first(CrudState state, Role role) {
    return state.rows().stream().filter(row -> row.role() == role).findFirst().orElseThrow();
  }
}
