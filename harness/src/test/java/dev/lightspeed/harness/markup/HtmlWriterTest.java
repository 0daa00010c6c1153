package dev.lightspeed.harness.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlWriterTest {

  @Test
  void elementsNestAndEmptyOnesEndAtOnce() {
    Fragment html =
        new HtmlWriter()
            .open("p", "class", "note")
            .text("a ")
            .element("b", "c", "id", "x")
            .close()
            .open("svg", "role", "img")
            .empty("rect", "x", "1")
            .close()
            .empty("meta", "charset", "utf-8")
            .empty("div", "id", "y")
            .done();

    assertThat(html.html())
        .isEqualTo(
            """
            <p class="note">a <b id="x">c</b></p>
            <svg role="img"><rect x="1"/>
            </svg>
            <meta charset="utf-8">
            <div id="y"></div>
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\" onmouseover=\"alert(1)",
        "' style='color:red",
        "&lt;b&gt;",
        "<!-- -->",
        "]]>"
      })
  void textAndValuesStayWhatTheyAre(String hostile) {
    Element p =
        Jsoup.parse(
                new HtmlWriter().open("p", "title", hostile).text(hostile).close().done().html())
            .select("p")
            .get(0);

    assertThat(p.wholeText()).isEqualTo(hostile);
    assertThat(p.attr("title")).isEqualTo(hostile);
    assertThat(p.children()).isEmpty();
    assertThat(p.attributes().size()).isEqualTo(1);
  }

  @Test
  void whatNoPageMayHoldIsReplaced() {
    assertThat(new HtmlWriter().text("a\u0000b\u001bc\ud800d\uffffe").done().html())
        .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde");
  }

  @Test
  void anOpenElementIsAMistake() {
    assertThatThrownBy(() -> new HtmlWriter().open("p").done())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("html: <p> is not closed");
  }
}
