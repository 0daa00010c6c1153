package dev.lightspeed.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateTest {

  private static final String HOSTILE = "</b>\"'><script>alert(1)</script>&amp;";

  @Test
  void slotsAreNumberedByFirstAppearanceAndRepeatedNamesAreOneSlot() {
    Template template = Template.parse("<b title=\"{b}\">{a}{b}</b>");

    assertThat(template.slotCount()).isEqualTo(2);
    assertThat(template.render(Text.of("B"), Text.of("A")).html())
        .isEqualTo("<b title=\"B\">AB</b>");
  }

  @Test
  void lineBreaksAndIndentationAreForTheReaderOnly() {
    Template template = Template.parse("\n  <p>\n    {a} b\r\n\t\t</p>\n");

    assertThat(template.render(Text.of("x")).html()).isEqualTo("<p>x b</p>");
  }

  @Test
  void bracesAreWrittenTwice() {
    assertThat(Template.parse("{{{a}}}").render(Text.of("x")).html()).isEqualTo("{x}");
  }

  @Test
  void theSourceOfATemplateIsATemplateOfTheSameFingerprint() {
    Template template = Template.parse("<i id=\"{key}\">\n  {{{b}}} {a} {b}</i>");
    Template again = Template.parse(template.source());

    assertThat(again.source()).isEqualTo("<i id=\"{key}\">{{{0}}} {1} {0}</i>");
    assertThat(again.fingerprint()).isEqualTo(template.fingerprint());
    assertThat(Template.parse("<i id=\"{key}\">{0}</i>").fingerprint())
        .isNotEqualTo(template.fingerprint());
  }

  /** Checked by an HTML parser: the values come back as they went in, and add no element. */
  @Test
  void whatIsNotTrustedIsEscapedInTextAndAttributes() {
    Rendered page = Template.parse("<b title=\"{a}\">{a}</b>").render(Text.of(HOSTILE));
    Element body = Jsoup.parseBodyFragment(page.html()).body();

    assertThat(body.getAllElements()).hasSize(2);
    assertThat(body.child(0).text()).isEqualTo(HOSTILE);
    assertThat(body.child(0).attr("title")).isEqualTo(HOSTILE);
    assertThat(page.html())
        .contains("&lt;/b&gt;&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;");
  }

  @Test
  void trustedHtmlGoesInAsItIs() {
    assertThat(Template.parse("<b>{a}</b>").render(new TrustedHtml("<i>x</i>")).html())
        .isEqualTo("<b><i>x</i></b>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "<p {a}>                § 1:4: the slot {a} stands inside a tag, outside an attribute's value",
        "<{a}>                  § 1:2: the slot {a} stands inside a tag, outside an attribute's value",
        "<p {a}=\"x\">          § 1:4: the slot {a} stands inside a tag, outside an attribute's value",
        "<p id={a}>             § 1:7: the slot {a} stands in an attribute value without double quotes",
        "<p id='{a}'>           § 1:8: the slot {a} stands in an attribute value without double quotes",
        "<p onclick=\"{a}\">    § 1:13: the slot {a} stands in the attribute onclick, whose value is code",
        "<p STYLE=\"{a}\">      § 1:11: the slot {a} stands in the attribute style, whose value is code",
        "<script>{a}</script>   § 1:9: the slot {a} stands in the element script, where escaping does not make it safe",
        "<p ONCLICK = \"{a}\"> § 1:15: the slot {a} stands in the attribute onclick, whose value is code",
        "<p a/onclick=\"{a}\">  § 1:15: the slot {a} stands in the attribute onclick, whose value is code",
        "<p onclick =x=\"{a}\"> § 1:16: the slot {a} stands in an attribute value without double quotes",
        "<script/>{a}</script>  § 1:10: the slot {a} stands in the element script, where escaping does not make it safe",
        "<script></script x=\"{a}\"><xmp>{a}</xmp> § 1:31: the slot {a} stands in the element xmp, where escaping does not make it safe",
        "<script><!--</script>  § 1:12: <!-- in a script may keep </script> from ending it; leave it out",
        "<script src=\"/{a}\">  § 1:15: the slot {a} stands in the element script, where a value may become code",
        "<a href=\"{a}\">       § 1:10: the slot {a} stands at the start of the address in href, where javascript: would be code; write its beginning, such as / or https://, in front of it",
        "<a href=\"java{a}/\">  § 1:14: the slot {a} stands at the start of the address in href, where javascript: would be code; write its beginning, such as / or https://, in front of it",
        "<a href=\"x:/{a}\">    § 1:13: the slot {a} stands at the start of the address in href, where javascript: would be code; write its beginning, such as / or https://, in front of it",
        "<![CDATA[ {a} ]]>      § 1:9: a CDATA section is text in SVG and a comment in HTML; write &lt; for <",
        "<!DOCTYPE {a}>         § 1:11: the slot {a} stands in a declaration",
        "<title></ti{a}tle>     § 1:12: the slot {a} stands inside a tag, outside an attribute's value",
        "<!-- {a} -->           § 1:6: the slot {a} stands in a comment",
        "a {b                   § 1:3: { opens no slot; write {name}, or {{ for a brace",
        "a {b c}                § 1:3: { opens no slot; write {name}, or {{ for a brace",
        "a } b                  § 1:3: a brace is closed that was never opened; write }} for a brace",
        "<p>{a}</p              § 1:10: the template ends inside a tag, a comment or an element that holds no tags",
        "<script>x</p>          § 1:14: the template ends inside a tag, a comment or an element that holds no tags"
      })
  void aSlotWhereEscapingWouldNotMakeItSafeIsRefused(String source, String message) {
    assertThatThrownBy(() -> Template.parse(source))
        .isInstanceOf(TemplateException.class)
        .hasMessage("template " + message);
  }

  @Test
  void anErrorNamesLineAndColumnOfTheSource() {
    assertThatThrownBy(() -> Template.parse("<p>\n  <b>{x</b>\n</p>"))
        .hasMessage("template 2:6: { opens no slot; write {name}, or {{ for a brace");
  }

  @Test
  void aSlotBehindAScriptOrACommentIsInTextAgain() {
    String html = "<script>a < b</script><!-- x > y --><style>i {{}}</style>{a}";

    assertThat(Template.parse(html).render(Text.of("z")).html())
        .isEqualTo("<script>a < b</script><!-- x > y --><style>i {}</style>z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "<a href=\"/u/{a}\">x</a>        § <a href=\"/u/A\">x</a>",
        "<a href=\"?{a}={a}\">x</a>      § <a href=\"?A=A\">x</a>",
        "<a href=\"HTTPS://{a}\">x</a>   § <a href=\"HTTPS://A\">x</a>",
        "<a href=\"mailto:{a}\">x</a>    § <a href=\"mailto:A\">x</a>",
        "<title>a < {a}</title>{a}        § <title>a < A</title>A",
        "<title></b{a}</title>{a}         § <title></bA</title>A",
        "<textarea><b></textarea >{a}     § <textarea><b></textarea >A",
        "<style>i</style\t><p id=\"{a}\"> § <style>i</style\t><p id=\"A\">",
        "1 < 2 {a} <3 {a}                 § 1 < 2 A <3 A",
        "<!-->{a}<!-- --!>{a}             § <!-->A<!-- --!>A",
        "<!DOCTYPE html>{a}</>{a}</ x>{a} § <!DOCTYPE html>A</>A</ x>A",
        "<i a=>{a}<i b=c>{a}<i d='>'>{a}  § <i a=>A<i b=c>A<i d='>'>A"
      })
  void aSlotWhereEscapingMakesItSafeIsTaken(String source, String html) {
    String written = source.replace("\\t", "\t");

    assertThat(Template.parse(written).render(Text.of("A")).html())
        .isEqualTo(html.replace("\\t", "\t"));
  }

  /** In pieces that browsers stumble over, an HTML parser finds the value where it does no harm. */
  @Test
  void noHtmlThatIsTakenLetsAValueBecomeMarkupOrCode() {
    SplittableRandom random = new SplittableRandom(7);
    int taken = 0;
    for (int i = 0; i < 100_000; i++) {
      String source = randomHtml(random);
      Template template;
      try {
        template = Template.parse(source);
      } catch (TemplateException refused) {
        continue;
      }
      taken++;
      Dynamic[] values = new Dynamic[template.slotCount()];
      Arrays.fill(values, Text.of("MARK" + HOSTILE));
      Element body = Jsoup.parseBodyFragment(template.render(values).html()).body();
      Arrays.fill(values, Text.of("MARK"));
      Element tame = Jsoup.parseBodyFragment(template.render(values).html()).body();

      assertThat(names(body)).as(source).isEqualTo(names(tame));
      for (Element element : body.getAllElements()) {
        assertThat(element.data() + element.tagName()).as(source).doesNotContain("MARK");
        for (Node child : element.childNodes()) {
          assertThat(child instanceof Comment ? child.outerHtml() : "")
              .as(source)
              .doesNotContain("MARK");
        }
        for (Attribute attribute : element.attributes()) {
          assertThat(attribute.getKey()).as(source).doesNotContain("mark");
          if (attribute.getValue().contains("MARK")) {
            assertThat(attribute.getKey()).as(source).doesNotStartWith("on");
            assertThat(attribute.getValue()).as(source).contains("MARK" + HOSTILE);
          }
        }
      }
    }
    assertThat(taken).as("templates that were taken").isGreaterThan(10_000);
  }

  private static String randomHtml(SplittableRandom random) {
    String[] pieces = {
      "<",
      ">",
      "/",
      "\"",
      "'",
      "=",
      " ",
      "!",
      "--",
      "-->",
      "--!>",
      "<!--",
      "</",
      "?",
      "x",
      "A",
      "<b",
      "<script",
      "<script>i</script",
      "<script>i</script>",
      "<textarea><b></textarea>",
      "<title>{a}</title x",
      "<style>{{</style>",
      " onclick",
      " id",
      "=\"",
      "\">",
      "{a}",
      "=\"{a}\"",
      "=\"/{a}\"",
      "{a}",
      "</b>",
      "<p>",
      " href"
    };
    StringBuilder html = new StringBuilder();
    for (int i = 2 + random.nextInt(9); i > 0; i--) {
      html.append(pieces[random.nextInt(pieces.length)]);
    }
    return html.append(random.nextBoolean() ? "{a}" : "").toString();
  }

  private static List<String> names(Element body) {
    return body.getAllElements().stream()
        .map(
            each ->
                each.tagName()
                    + each.attributes().asList().stream().map(Attribute::getKey).toList())
        .toList();
  }

  @Test
  void eachSlotTakesOneValueAndAnAttributeTakesText() {
    Template template = Template.parse("<b title=\"{a}\">{b}</b>");

    assertThatThrownBy(() -> template.render(Text.of("x")))
        .hasMessage("template: 1 values for 2 slots of <b title=\"{0}\">{1}</b>");
    assertThatThrownBy(() -> template.render(new TrustedHtml("x"), Text.EMPTY))
        .hasMessage(
            "template: slot 0 stands in an attribute, a title or a textarea and takes text only,"
                + " in <b title=\"{0}\">{1}</b>");
  }

  @Test
  void aKeyOutsideAListIsRefused() {
    Rendered page = Template.parse("<b>{key}</b>").render();

    assertThatThrownBy(page::html).hasMessage("template: {key} stands outside a list's item");
  }
}
