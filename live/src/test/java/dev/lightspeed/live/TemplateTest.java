package dev.lightspeed.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
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
        "<script>{a}</script>   § 1:9: the slot {a} stands in a script or style, where escaping does not make it safe",
        "<!-- {a} -->           § 1:6: the slot {a} stands in a comment",
        "a {b                   § 1:3: { opens no slot; write {name}, or {{ for a brace",
        "a {b c}                § 1:3: { opens no slot; write {name}, or {{ for a brace",
        "a } b                  § 1:3: a brace is closed that was never opened; write }} for a brace",
        "<p>{a}</p              § 1:10: the template ends inside a tag, a comment, a script or a style",
        "<script>x</p>          § 1:14: the template ends inside a tag, a comment, a script or a style"
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

  @Test
  void eachSlotTakesOneValueAndAnAttributeTakesText() {
    Template template = Template.parse("<b title=\"{a}\">{b}</b>");

    assertThatThrownBy(() -> template.render(Text.of("x")))
        .hasMessage("template: 1 values for 2 slots of <b title=\"{0}\">{1}</b>");
    assertThatThrownBy(() -> template.render(new TrustedHtml("x"), Text.EMPTY))
        .hasMessage(
            "template: slot 0 stands in an attribute and takes text only,"
                + " in <b title=\"{0}\">{1}</b>");
  }

  @Test
  void aKeyOutsideAListIsRefused() {
    Rendered page = Template.parse("<b>{key}</b>").render();

    assertThatThrownBy(page::html).hasMessage("template: {key} stands outside a list's item");
  }
}
