package dev.lightspeed.corpus.programs;

import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.calibrate.Pass;
import dev.lightspeed.harness.workload.SplitMix64;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** HTML, Markdown, XML and YAML. */
final class MarkupPrograms {

  private MarkupPrograms() {}

  static List<Program> list() {
    return List.of(
        new Program("commonmark_html", Family.MARKUP, MarkupPrograms::commonmark),
        new Program("jsoup_clean", Family.MARKUP, MarkupPrograms::jsoupClean),
        new Program("jsoup_parse", Family.MARKUP, MarkupPrograms::jsoupParse),
        new Program("jsoup_select", Family.MARKUP, MarkupPrograms::jsoupSelect),
        new Program("snakeyaml_load", Family.MARKUP, MarkupPrograms::yaml),
        new Program("stax_read", Family.MARKUP, MarkupPrograms::stax));
  }

  private static Pass commonmark() {
    SplitMix64 random = Inputs.random("commonmark");
    StringBuilder text = new StringBuilder();
    for (int section = 0; section < 20; section++) {
      text.append("## ").append(Inputs.word(random)).append("\n\n");
      text.append(Inputs.paragraph(random, 3)).append(" **").append(Inputs.word(random));
      text.append("** and [a link](https://example.com/").append(section).append(").\n\n");
      text.append("* ").append(Inputs.word(random)).append("\n* `").append(Inputs.word(random));
      text.append("`\n\n> ").append(Inputs.paragraph(random, 1)).append("\n\n");
    }
    String markdown = text.toString();
    Parser parser = Parser.builder().build();
    HtmlRenderer renderer = HtmlRenderer.builder().build();
    return () -> renderer.render(parser.parse(markdown));
  }

  private static Pass jsoupParse() {
    String html = page("jsoup_parse", 300);
    return () -> {
      Document document = Jsoup.parse(html);
      return document.getAllElements().size() + document.text();
    };
  }

  private static Pass jsoupSelect() {
    Document document = Jsoup.parse(page("jsoup_select", 120));
    return () -> {
      long sum = 0;
      for (String query :
          List.of("tr.odd > td:eq(1)", "a[href^=mailto]", "p:contains(ka) + p", "div b, div i")) {
        for (Element element : document.select(query)) {
          sum = sum * 31 + element.text().length();
        }
      }
      return sum;
    };
  }

  private static Pass jsoupClean() {
    String html = page("jsoup_clean", 8).replace("<p>", "<p onclick='x()'><script>y()</script>");
    Safelist safelist = Safelist.basic();
    return () -> Jsoup.clean(html, safelist);
  }

  private static Pass yaml() {
    SplitMix64 random = Inputs.random("yaml");
    StringBuilder text = new StringBuilder("people:\n");
    for (Person person : Inputs.people(random, 200)) {
      text.append("  - name: \"").append(person.getName()).append("\"\n    age: ");
      text.append(person.getAge()).append("\n    active: ").append(person.isActive());
      text.append("\n    tags: ").append(person.getTags()).append("\n    about: >\n      ");
      text.append(Inputs.paragraph(random, 1)).append('\n');
    }
    String document = text.toString();
    LoadSettings settings = LoadSettings.builder().build();
    return () -> {
      Object loaded = new Load(settings).loadFromString(document);
      return ((Map<?, ?>) loaded).toString();
    };
  }

  private static Pass stax() {
    SplitMix64 random = Inputs.random("stax");
    StringBuilder text = new StringBuilder("<people>");
    for (Person person : Inputs.people(random, 150)) {
      text.append("<person id=\"").append(person.getId()).append("\" age=\"");
      text.append(person.getAge()).append("\"><mail>").append(person.getMail());
      text.append("</mail><about>").append(Inputs.paragraph(random, 1)).append(" &amp; more");
      text.append("</about></person>");
    }
    String document = text.append("</people>").toString();
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    return () -> {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(document));
      long sum = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          sum = sum * 31 + reader.getLocalName().length();
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            sum += Integer.parseInt(reader.getAttributeValue(i));
          }
        } else if (event == XMLStreamConstants.CHARACTERS) {
          sum += reader.getText().length();
        }
      }
      reader.close();
      return sum;
    };
  }

  private static String page(String purpose, int rows) {
    SplitMix64 random = Inputs.random(purpose);
    StringBuilder html = new StringBuilder("<html><body><div><table>");
    for (Person person : Inputs.people(random, rows)) {
      html.append("<tr class=").append(person.getId() % 2 == 0 ? "even" : "odd");
      html.append("><td>").append(person.getAge()).append("<td>").append(person.getName());
      html.append("<td><a href='mailto:").append(person.getMail()).append("'>write</a></tr>");
    }
    html.append("</table>");
    for (int i = 0; i < rows / 4; i++) {
      html.append("<p>").append(Inputs.paragraph(random, 2)).append(" <b>");
      html.append(Inputs.word(random)).append("</b> &copy; <i>").append(Inputs.word(random));
      html.append("</i>");
    }
    return html.append("</div></body></html>").toString();
  }
}
