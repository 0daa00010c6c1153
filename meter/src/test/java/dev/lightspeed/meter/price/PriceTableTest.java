package dev.lightspeed.meter.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.meter.layout.PinnedLayout;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the table of prices is read, and what is found in it. */
class PriceTableTest {

  private static Price priceOf(String columns) {
    return Objects.requireNonNull(new PriceTable("[a]\nB  m  " + columns).find("a/B", "m", "()V"));
  }

  private static Price.BySize by(int sixteenths, Price.Curve curve, Price.SizeOf... measures) {
    return new Price.BySize(sixteenths, curve, List.of(measures));
  }

  private static Price.SizeOf of(String what, int operand) {
    return new Price.SizeOf(what, operand);
  }

  @Test
  void a_price_is_units_and_bytes() {
    assertThat(priceOf("7")).isEqualTo(new Price(7, null, 0, null));
    assertThat(priceOf("7    24")).isEqualTo(new Price(7, null, 24, null));
    assertThat(priceOf("7  24").isDynamic()).isFalse();
  }

  @Test
  void a_price_may_grow_with_a_size() {
    assertThat(priceOf("7 + 3 length(this)  8 + 4/16 elements(2)"))
        .isEqualTo(
            new Price(
                7,
                by(48, Price.Curve.LINEAR, of("length", Price.SizeOf.THIS)),
                8,
                by(4, Price.Curve.LINEAR, of("elements", 2))));
    assertThat(priceOf("0  0 + 1 memory(result)").bytesBySize())
        .isEqualTo(by(16, Price.Curve.LINEAR, of("memory", Price.SizeOf.RESULT)));
    assertThat(priceOf("0 + 12 log tree(this)").unitsBySize())
        .isEqualTo(by(192, Price.Curve.LOG, of("tree", Price.SizeOf.THIS)));
    assertThat(priceOf("0 + 2 nlogn length(1)").unitsBySize())
        .isEqualTo(by(32, Price.Curve.NLOGN, of("length", 1)));
    assertThat(priceOf("0 + 3 words(this) words(1)").unitsBySize())
        .isEqualTo(by(48, Price.Curve.PRODUCT, of("words", Price.SizeOf.THIS), of("words", 1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B  m                            | expected: classes  methods  units  bytes",
        "B  m  1  2  3                   | expected: classes  methods  units  bytes",
        "B  m  one                       | For input string: \"one\"",
        "B  m  1 + x length(1)           | For input string: \"x\"",
        "B  m  1 + 3/8 length(1)         | '3/8', expected sixteenths",
        "B  m  1 + 3 length(that)        | For input string: \"that\"",
        "B  m  1 + 3 size(this)          | there is no size 'size'",
        "B  m  1 + 3 length              | 'length', expected a size of an operand",
        "B  m  1 + 3 log                 | '3 log', expected a size",
        "B  m  1 + 3                     | '3', expected a size",
        "B  m  1 + 3 length(1) + 4 yes(1) | '1 + 3 length(1) + 4 yes(1)', expected one size",
        "B  m  1  0 + 3 log length(1)    | '3 log length(1)', bytes grow with n only",
        "B  m m  1                       | a/B.m has two prices",
        "B,B  m  1                       | a/B.m has two prices",
        "B  new  x                       | For input string: \"x\""
      })
  void a_line_that_cannot_be_read_is_named(String line, String reason) {
    assertThatThrownBy(() -> new PriceTable("# head\n\n[a]\nB  first  1\n  " + line + "  \n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("prices.txt:5: '  " + line + "  '")
        .cause()
        .hasMessage(reason);
  }

  @Test
  void a_call_is_found_by_name_or_by_the_types_of_its_parameters() {
    PriceTable table =
        new PriceTable(
            "[a.b]\nC,D  m n  1\nC  m(int,String,byte[][])  2\nE$F  m()  3\n[]\nG  m  4\n");
    assertThat(units(table, "a/b/C", "m", "()V")).isEqualTo(1);
    assertThat(units(table, "a/b/D", "n", "(J)V")).isEqualTo(1);
    assertThat(units(table, "a/b/C", "m", "(ILjava/lang/String;[[B)I")).isEqualTo(2);
    assertThat(units(table, "a/b/D", "m", "(ILjava/lang/String;[[B)I")).isEqualTo(1);
    assertThat(units(table, "a/b/C", "m", "(ILjava/lang/String;[B)I")).isEqualTo(1);
    assertThat(units(table, "a/b/E$F", "m", "()V")).isEqualTo(3);
    assertThat(table.find("a/b/E$F", "m", "(I)V")).isNull();
    assertThat(table.find("a/b/E", "m", "()V")).isNull();
    assertThat(table.find("a/b/C", "o", "()V")).isNull();
    assertThat(units(table, "G", "m", "()V")).isEqualTo(4);
  }

  private static int units(PriceTable table, String owner, String name, String descriptor) {
    return Objects.requireNonNull(table.find(owner, name, descriptor)).units();
  }

  @Test
  void a_call_that_is_not_listed_costs_what_its_like_does() {
    PriceTable table = new PriceTable("[]\nunlisted  call  5  6\nunlisted  exception  70\n");
    assertThat(table.unlisted("a/B", "m")).isEqualTo(new Price(5, null, 6, null));
    assertThat(table.unlisted("a/B", "<init>").units()).isEqualTo(5);
    assertThat(table.unlisted("a/BException", "<init>").units()).isEqualTo(70);
    assertThat(table.unlisted("a/BError", "<init>").units()).isEqualTo(70);
    assertThat(table.unlisted("a/BException", "getIndex").units()).isEqualTo(5);
    assertThatThrownBy(() -> new PriceTable("# nothing\n").unlisted("a/B", "m"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("prices.txt: no price for an unlisted call");
  }

  @Test
  void objects_have_the_bytes_that_the_table_gives_or_those_of_their_like() {
    PriceTable table = new PriceTable("[a]\nB,C  new  72\n");
    assertThat(table.newBytes("a/B")).isEqualTo(72);
    assertThat(table.newBytes("a/C")).isEqualTo(72);
    assertThat(table.newBytes("a/D")).isEqualTo(24);
    assertThat(table.newBytes("a/DException")).isEqualTo(40);
    assertThat(table.newBytes("a/DError")).isEqualTo(40);
    assertThat(table.find("a/B", "new", "()V")).isNull();
  }

  @Test
  void an_object_without_fields_has_the_bytes_of_the_layout() {
    assertThat(PriceTable.INSTANCE.newBytes("java/lang/Object"))
        .isEqualTo((int) PinnedLayout.align(PinnedLayout.HEADER));
  }

  @Test
  void a_surcharge_does_not_depend_on_whether_the_map_is_called_by_its_interface() {
    for (String name : List.of("merge", "compute", "computeIfAbsent", "computeIfPresent")) {
      Price byClass = PriceTable.INSTANCE.surcharge("java/util/HashMap", name, "()V");
      assertThat(byClass.units()).isPositive();
      assertThat(PriceTable.INSTANCE.surcharge("java/util/Map", name, "()V")).isEqualTo(byClass);
    }
  }

  @Test
  void the_free_table_charges_nothing() {
    assertThat(PriceTable.FREE.unlisted("a/B", "m")).isEqualTo(Price.NOTHING);
    assertThat(PriceTable.FREE.unlisted("a/BError", "<init>")).isEqualTo(Price.NOTHING);
  }
}
