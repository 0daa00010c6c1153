package dev.lightspeed.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What goes over the wire, to the byte. */
final class DifferTest {

  private static final Template PAGE = Template.parse("<p>{a}</p><p>{b}</p>");
  private static final Template BOX = Template.parse("<i>{x}</i>");
  private static final Template ROW = Template.parse("<li id=\"{key}\">{name}</li>");
  private static final Template FIELD = Template.parse("<input name=\"{key}\" value=\"{value}\">");
  private static final Template NAMED = Template.parse("<input name=\"{name}\" value=\"{value}\">");
  private static final TemplateSet TEMPLATES = TemplateSet.of(PAGE, BOX, ROW, FIELD);
  private static final ItemTemplate<Row> ROWS =
      ItemTemplate.of(ROW, Row::key, row -> ROW.render(Text.of(row.name())));
  private static final ItemTemplate<Row> FIELDS =
      ItemTemplate.of(FIELD, Row::key, row -> FIELD.render(Text.of(row.name())));

  private record Row(String key, String name) {}

  private static final Differ DIFFER = Differ.of(TEMPLATES);

  @Test
  void theMountTellsTheTemplatesAndThePage() {
    Rendered page = PAGE.render(Text.of("x|y"), Keyed.of(ROWS, rows("1", "2")));

    assertThat(frame(DIFFER.mount(page)))
        .isEqualTo(
            """
            #0|<p>{0}</p><p>{1}</p>
            #1|<i>{0}</i>
            #2|<li id="{key}">{0}</li>
            #3|<input name="{key}" value="{0}">
            @|{0|x\\|y|[2|1|row 1;2|row 2]}

            """);
  }

  @Test
  void textsOfOneTemplateAreOneOperation() {
    assertThat(change(page("1", "2"), page("3", "4"))).isEqualTo("~0=3|1=4\n\n");
    assertThat(change(page("1", "2"), page("1", "4"))).isEqualTo("~1=4\n\n");
    assertThat(change(page("1", "2"), page("1", "2"))).isEqualTo("\n");
  }

  @Test
  void aNestedTemplateIsUpdatedReplacedAndRemoved() {
    Rendered box = PAGE.render(BOX.render(Text.of("1")), Text.EMPTY);
    Rendered other = PAGE.render(BOX.render(Text.of("2")), Text.EMPTY);

    assertThat(change(box, other)).isEqualTo("~0.0=2\n\n");
    assertThat(change(page("", ""), box)).isEqualTo("@0|{1|1}\n\n");
    assertThat(change(box, page("", ""))).isEqualTo("-0\n\n");
    assertThat(change(box, page("x", ""))).isEqualTo("~0=x\n\n");
  }

  /** As after a reload of the class that holds it. */
  @Test
  void aTemplateThatWasParsedAgainIsTheSameTemplate() {
    Template again = Template.parse("<p>{first}</p><p>{second}</p>");

    assertThat(change(page("1", "2"), again.render(Text.of("1"), Text.of("3"))))
        .isEqualTo("~1=3\n\n");
  }

  @Test
  void trustedHtmlIsMarkedAsSuch() {
    Rendered html = PAGE.render(new TrustedHtml("<b>|</b>"), Text.EMPTY);

    assertThat(change(page("", ""), html)).isEqualTo("!0|<<b>\\|</b>\n\n");
    assertThat(change(html, page("<b>", ""))).isEqualTo("~0=\\<b>\n\n");
  }

  @Test
  void newItemsAreAppendedPrependedOrPutInFrontOfTheirNeighbour() {
    assertThat(lists(rows("1", "2"), rows("1", "2", "3", "4"))).isEqualTo("+1|3|row 3;4|row 4\n\n");
    assertThat(lists(rows("1", "2"), rows("3", "4", "1", "2"))).isEqualTo("^1|3|row 3;4|row 4\n\n");
    assertThat(lists(rows("1", "2"), rows("1", "3", "2"))).isEqualTo("*1|2|3|row 3\n\n");
  }

  @Test
  void oneMovedItemIsOneShortOperation() {
    List<Row> many = rows(IntStream.range(10, 40).mapToObj(Integer::toString).toList());
    List<Row> moved = new ArrayList<>(many);
    moved.add(3, moved.remove(20));

    assertThat(lists(many, moved)).isEqualTo("*1|13|30\n\n");
  }

  @Test
  void aNewOrderIsNamedWhereThatIsShorterThanItsMoves() {
    List<Row> rows = rows("1", "2", "3", "4", "5", "6");
    List<Row> reversed = new ArrayList<>(rows);
    Collections.reverse(reversed);

    assertThat(lists(rows, reversed)).isEqualTo("o1|6,5,4,3,2,1\n\n");
  }

  @Test
  void aChangedItemSendsItsChangedSlots() {
    assertThat(lists(List.of(new Row("k.1", "old")), List.of(new Row("k.1", "new"))))
        .isEqualTo("~1:k\\.1.0=new\n\n");
  }

  @Test
  void theSameListIsNotLookedAt() {
    ItemTemplate<Row> untouchable =
        ItemTemplate.of(
            ROW,
            row -> row.key(),
            row -> {
              throw new AssertionError("an unchanged item was rendered");
            });
    Rendered sent = PAGE.render(Text.EMPTY, Keyed.of(untouchable, rows("1", "2")));
    List<Row> shared = rows("1", "2");
    Rendered one = PAGE.render(Text.EMPTY, Keyed.of(untouchable, shared));
    Rendered two = PAGE.render(Text.EMPTY, Keyed.of(untouchable, new ArrayList<>(shared)));

    assertThat(DIFFER.diff(one, two).patch().ops()).isEmpty();
    assertThat(sent.values()).hasSize(2);
  }

  @Test
  void anItemThatLeavesForGoodIsRemovedAndOneThatMayReturnIsParked() {
    List<Row> all = rows("1", "2", "3");
    Differ.Update parked = DIFFER.diff(list(all, all), list(List.of(all.get(0), all.get(2)), all));
    assertThat(frame(parked)).isEqualTo("p1|2\n\n");

    Differ.Update back = DIFFER.diff(parked.sent(), list(all, all));
    assertThat(frame(back)).isEqualTo("*1|3|2\n\n");

    List<Row> without = List.of(all.get(0), all.get(2));
    assertThat(frame(DIFFER.diff(parked.sent(), list(without, without)))).isEqualTo("x1|2\n\n");
    assertThat(frame(DIFFER.diff(back.sent(), list(without, without)))).isEqualTo("x1|2\n\n");
  }

  @Test
  void aParkedItemComesBackWithWhatHasChanged() {
    List<Row> all = rows("1", "2", "3");
    List<Row> shown = List.of(all.get(0), all.get(2));
    Rendered parked = DIFFER.diff(list(all, all), list(shown, all)).sent();
    List<Row> renamed = List.of(all.get(0), new Row("2", "new"), all.get(2));
    Differ.Update quiet = DIFFER.diff(parked, list(shown, renamed));

    assertThat(frame(quiet)).isEqualTo("\n");
    assertThat(frame(DIFFER.diff(quiet.sent(), list(renamed, renamed))))
        .isEqualTo("*1|3|2\n~1:2.0=new\n\n");
  }

  @Test
  void everythingFilteredOutAndBackAgainIsAListOfKeys() {
    List<Row> all = rows("1", "2", "3", "4");
    Differ.Update none = DIFFER.diff(list(all, all), list(List.of(), all));
    assertThat(frame(none)).isEqualTo("o1\n\n");
    assertThat(frame(DIFFER.diff(none.sent(), list(all, all)))).isEqualTo("o1|1,2,3,4\n\n");
  }

  @Test
  void whatTheUserHasTypedIsNotSentBackUnlessTheServerMadeSomethingElseOfIt() {
    Rendered empty = PAGE.render(Text.EMPTY, Keyed.of(FIELDS, List.of(new Row("city", ""))));
    Rendered oslo = PAGE.render(Text.EMPTY, Keyed.of(FIELDS, List.of(new Row("city", "Oslo"))));
    TypedInput typed = new TypedInput("city", "Oslo");

    assertThat(frame(DIFFER.diff(empty, oslo, typed))).isEqualTo("\n");
    assertThat(frame(DIFFER.diff(empty, oslo, new TypedInput("city", " oslo"))))
        .isEqualTo("~1:city.0=Oslo\n\n");
    assertThat(frame(DIFFER.diff(empty, empty, typed))).isEqualTo("~1:city.0=\n\n");
    assertThat(frame(DIFFER.diff(empty, oslo, new TypedInput("street", "Oslo"))))
        .isEqualTo("~1:city.0=Oslo\n\n");
  }

  @Test
  void aStreamIsSentAndForgotten() {
    Streamed<Row> stream = Streamed.of(ROWS, 3);
    Rendered quiet = PAGE.render(Text.EMPTY, stream);
    Differ.Update added =
        DIFFER.diff(quiet, PAGE.render(Text.EMPTY, stream.append(rows("1", "2"))));

    assertThat(frame(DIFFER.mount(quiet))).endsWith("@|{0||[2,3]}\n\n");
    assertThat(frame(added)).isEqualTo("+1|1|row 1;2|row 2\n\n");
    assertThat(frame(DIFFER.diff(added.sent(), quiet))).isEqualTo("\n");
    assertThat(change(quiet, PAGE.render(Text.EMPTY, stream.prepend(rows("9")))))
        .isEqualTo("^1|9|row 9\n\n");
    assertThat(change(quiet, PAGE.render(Text.EMPTY, stream.replace(rows("1")))))
        .isEqualTo("*1||1|row 1\n\n");
    assertThat(change(quiet, PAGE.render(Text.EMPTY, stream.remove(List.of("1", "2")))))
        .isEqualTo("x1|1,2\n\n");
  }

  @Test
  void theItemsOfAStreamThatIsMountedAreForgottenToo() {
    Rendered page = PAGE.render(Text.EMPTY, Streamed.of(ROWS, 3).append(rows("1", "2")));

    Streamed<?> sent = (Streamed<?>) DIFFER.mount(page).sent().value(1);

    assertThat(sent.appended()).isEmpty();
  }

  @Test
  void aStreamThatIsAddedToBeyondItsLimitKeepsTheEndThatWasAddedTo() {
    Streamed<Row> stream = Streamed.of(ROWS, 3);
    Differ.Update mount = DIFFER.mount(PAGE.render(Text.EMPTY, stream.append(rows("1", "2"))));
    Page page = Page.empty().apply(FrameEncoder.encode(mount.patch()));

    assertThat(shown(page, mount, stream.append(rows("3", "4", "5", "6")))).isEqualTo("4 5 6");
    assertThat(shown(page, mount, stream.prepend(rows("3", "4", "5", "6")))).isEqualTo("3 4 5");
    assertThat(shown(page, mount, stream.prepend(rows("3")).append(rows("4", "5"))))
        .isEqualTo("2 4 5");
  }

  @Test
  void aStreamThatIsMountedBeyondItsLimitShowsItsEndAsTheFreshPageDoes() {
    Streamed<Row> stream = Streamed.of(ROWS, 3).prepend(rows("1", "2")).append(rows("3", "4"));
    Rendered fresh = PAGE.render(Text.EMPTY, stream);
    Page page = Page.empty().apply(FrameEncoder.encode(DIFFER.mount(fresh).patch()));

    assertThat(keys(page)).isEqualTo("2 3 4");
    assertThat(fresh.html()).isEqualTo(page.html());
  }

  @Test
  void aListOfAnotherItemTemplateIsReplacedAndForgetsWhatWasParked() {
    List<Row> all = rows("1", "2");
    Differ.Update parked = DIFFER.diff(list(all, all), list(all.subList(0, 1), all));
    Rendered fields = PAGE.render(Text.EMPTY, Keyed.of(FIELDS, all).parking(all));
    Differ.Update replaced = DIFFER.diff(parked.sent(), fields);

    assertThat(frame(replaced)).isEqualTo("@1|[3|1|row 1;2|row 2]\n\n");
    assertThat(frame(DIFFER.diff(replaced.sent(), list(all, all))))
        .isEqualTo("@1|[2|1|row 1;2|row 2]\n\n");
  }

  @Test
  void aKeyThatIsThereTwiceIsRefusedByTheDifferOrByThePage() {
    Rendered sent = PAGE.render(Text.EMPTY, Keyed.of(ROWS, rows("1", "2")));
    Page page = Page.empty().apply(FrameEncoder.encode(DIFFER.mount(sent).patch()));
    Rendered twice = PAGE.render(Text.EMPTY, Keyed.of(ROWS, rows("1", "2", "1")));
    byte[] frame = FrameEncoder.encode(DIFFER.diff(sent, twice).patch());

    assertThatThrownBy(() -> page.apply(frame))
        .hasMessage("frame, byte 0: the list has an item '1' already");
  }

  @Test
  void whatIsTypedIntoANestedTemplateIsCorrectedThere() {
    Template form = Template.parse("<form>{field}</form>");
    Differ differ = Differ.of(TemplateSet.of(PAGE, form, FIELD, NAMED));
    Rendered page =
        PAGE.render(form.render(NAMED.render(Text.of("q"), Text.of("old"))), Text.EMPTY);

    assertThat(frame(differ.diff(page, page, new TypedInput("q", "new"))))
        .isEqualTo("~0.0.1=old\n\n");
  }

  @Test
  void halfASurrogatePairIsSentAsTheReplacementCharacter() {
    assertThat(change(page("", ""), page("a\uD83Db", "\uDE00")))
        .isEqualTo("~0=a\uFFFDb|1=\uFFFD\n\n");
    assertThat(change(page("", ""), page("\uD83D\uDE00", ""))).isEqualTo("~0=\uD83D\uDE00\n\n");
  }

  @Test
  void mistakesOfAViewAreNamed() {
    Template stranger = Template.parse("<u>{a}</u>");
    assertThatThrownBy(
            () -> change(page("", ""), PAGE.render(stranger.render(Text.EMPTY), Text.EMPTY)))
        .hasMessage("template set: add this template to the view's TemplateSet: <u>{0}</u>");
    assertThatThrownBy(() -> TemplateSet.of(PAGE, ROW, PAGE))
        .hasMessage("template set: named twice: <p>{0}</p><p>{1}</p>");
    assertThatThrownBy(() -> lists(rows("1"), rows("2", "2")))
        .hasMessage("list: two items share the key '2'");
    assertThatThrownBy(() -> lists(rows("1"), List.of(new Row("", "x"))))
        .hasMessage("list: an item has an empty key: Row[key=, name=x]");
    assertThatThrownBy(() -> Streamed.of(ROWS, 0))
        .hasMessage("stream limit: 0 is out of range, at least 1");
  }

  private static Rendered page(String a, String b) {
    return PAGE.render(Text.of(a), Text.of(b));
  }

  private static Rendered list(List<Row> shown, List<Row> population) {
    return PAGE.render(Text.EMPTY, Keyed.of(ROWS, shown).parking(population));
  }

  private static String lists(List<Row> before, List<Row> after) {
    return change(
        PAGE.render(Text.EMPTY, Keyed.of(ROWS, before)),
        PAGE.render(Text.EMPTY, Keyed.of(ROWS, after)));
  }

  private static String change(Rendered before, Rendered after) {
    return frame(DIFFER.diff(before, after));
  }

  private static String shown(Page page, Differ.Update before, Streamed<Row> stream) {
    Differ.Update update = DIFFER.diff(before.sent(), PAGE.render(Text.EMPTY, stream));
    return keys(page.apply(FrameEncoder.encode(update.patch())));
  }

  /** The keys of the rows that the page shows, in order. */
  private static String keys(Page page) {
    return Jsoup.parseBodyFragment(page.html()).select("li").stream()
        .map(Element::id)
        .collect(Collectors.joining(" "));
  }

  private static String frame(Differ.Update update) {
    return new String(FrameEncoder.encode(update.patch()), StandardCharsets.UTF_8);
  }

  private static List<Row> rows(String... keys) {
    return rows(Arrays.asList(keys));
  }

  private static List<Row> rows(List<String> keys) {
    return keys.stream().map(key -> new Row(key, "row " + key)).toList();
  }
}
