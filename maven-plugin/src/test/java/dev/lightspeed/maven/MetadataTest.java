package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What Maven Central asks of each pom.xml: its own, or inherited from the top one. */
class MetadataTest {

  private static final Path TOP = Path.of("..");

  @Test
  void theParentHasAllThatIsInherited() throws Exception {
    Element parent = read(TOP);
    String url = text(parent, "url");

    assertThat(text(parent, "name")).isNotBlank();
    assertThat(text(parent, "description")).isNotBlank();
    assertThat(url).startsWith("https://");
    assertThat(text(parent, "licenses", "license", "name")).isEqualTo("Apache-2.0");
    assertThat(text(parent, "licenses", "license", "url")).startsWith("https://");
    assertThat(text(parent, "developers", "developer", "name")).isNotBlank();
    assertThat(text(parent, "scm", "url")).isEqualTo(url);
    assertThat(text(parent, "scm", "connection")).isEqualTo("scm:git:" + url + ".git");
    assertThat(text(parent, "scm", "developerConnection")).isEqualTo("scm:git:" + url + ".git");
  }

  /** Else Maven appends the module's name to each address. */
  @Test
  void addressesAreInheritedAsTheyAre() throws Exception {
    Element parent = read(TOP);
    Element scm = child(parent, "scm");

    assertThat(parent.getAttribute("child.project.url.inherit.append.path")).isEqualTo("false");
    for (String each : List.of("url", "connection", "developerConnection")) {
      assertThat(scm.getAttribute("child.scm." + each + ".inherit.append.path")).isEqualTo("false");
    }
  }

  @Test
  void everyModuleHasANameAndADescriptionAndInheritsTheRest() throws Exception {
    List<String> modules =
        children(child(read(TOP), "modules")).stream().map(Node::getTextContent).toList();
    assertThat(modules).contains("harness", "maven-plugin");
    for (String name : modules) {
      Element module = read(TOP.resolve(name));
      assertThat(text(module, "parent", "artifactId")).as(name).isEqualTo("lightspeed-parent");
      assertThat(text(module, "name")).as(name).isNotBlank();
      assertThat(text(module, "description")).as(name).isNotBlank();
      assertThat(children(module).stream().map(Element::getTagName))
          .as(name)
          .doesNotContain("url", "scm", "licenses", "developers");
    }
  }

  private static Element read(Path folder) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("pom.xml").toFile())
        .getDocumentElement();
  }

  private static String text(Element element, String... path) {
    Element inner = element;
    for (String name : path) {
      inner = child(inner, name);
    }
    return inner.getTextContent();
  }

  private static Element child(Element element, String name) {
    return children(element).stream()
        .filter(each -> each.getTagName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(element.getTagName() + " has no " + name));
  }

  private static List<Element> children(Element element) {
    return IntStream.range(0, element.getChildNodes().getLength())
        .mapToObj(element.getChildNodes()::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }
}
