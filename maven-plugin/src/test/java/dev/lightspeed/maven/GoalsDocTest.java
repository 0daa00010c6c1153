package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The tables of goals and parameters in the documentation are those of the plugin's descriptor. To
 * write them anew, run this test with {@code -Dlightspeed.updateDocs=true}; never where {@code CI}
 * is set.
 */
class GoalsDocTest {

  private static final Path DOC = Path.of("..", "docs", "MAVEN.md");

  /** In the order in which a project meets them. */
  private static final List<String> GOALS =
      List.of("prepare-agent", "check", "update", "report", "capacity");

  @Test
  void theGoalsAreThoseOfTheDescriptor() throws Exception {
    StringBuilder table = new StringBuilder("| goal | phase | what it does |\n|---|---|---|\n");
    for (Element goal : goals()) {
      String phase = text(goal, "phase");
      table.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  text(goal, "goal"),
                  phase.isEmpty() ? "" : "`" + phase + "`",
                  markdown(text(goal, "description"))));
    }
    check("goals", table.toString());
  }

  @Test
  void theParametersAreThoseOfTheDescriptor() throws Exception {
    Map<String, List<String>> goalsOf = new TreeMap<>();
    Map<String, String> rows = new TreeMap<>();
    for (Element goal : goals()) {
      Map<String, Element> configuration = configuration(goal);
      for (Element parameter : children(child(goal, "parameters"), "parameter")) {
        String name = text(parameter, "name");
        if (!Boolean.parseBoolean(text(parameter, "editable"))) {
          continue;
        }
        Element value = configuration.get(name);
        String property = value == null ? "" : value.getTextContent().strip();
        String row =
            "`%s` | %s"
                .formatted(
                    property.replaceAll("[${}]", ""),
                    markdown(text(parameter, "description"))
                        + (value == null || value.getAttribute("default-value").isEmpty()
                            ? ""
                            : " Default: `" + value.getAttribute("default-value") + "`."));
        assertThat(rows.getOrDefault(name, row))
            .as("%s of %s", name, text(goal, "goal"))
            .isEqualTo(row);
        rows.put(name, row);
        goalsOf.computeIfAbsent(name, key -> new ArrayList<>()).add(text(goal, "goal"));
      }
    }
    String table =
        goalsOf.entrySet().stream()
            .map(
                each ->
                    "| `%s` | %s | %s |\n"
                        .formatted(each.getKey(), of(each.getValue()), rows.get(each.getKey())))
            .collect(Collectors.joining());
    check(
        "parameters",
        "| parameter | goals | property | what it says |\n|---|---|---|---|\n" + table);
  }

  private static String of(List<String> goals) {
    return goals.equals(GOALS)
        ? "all"
        : goals.equals(GOALS.subList(1, GOALS.size()))
            ? "all but `prepare-agent`"
            : goals.stream().map(goal -> "`" + goal + "`").collect(Collectors.joining(", "));
  }

  /** The goals of the descriptor, in order. */
  private static List<Element> goals() throws Exception {
    try (InputStream in = CheckMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      Element plugin =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
      assertThat(text(plugin, "goalPrefix")).isEqualTo("lightspeed");
      List<Element> goals = children(child(plugin, "mojos"), "mojo");
      assertThat(goals)
          .extracting(goal -> text(goal, "goal"))
          .containsExactlyInAnyOrderElementsOf(GOALS);
      return goals.stream()
          .sorted(Comparator.comparing(goal -> GOALS.indexOf(text(goal, "goal"))))
          .toList();
    }
  }

  /** Property and default value of each parameter. */
  private static Map<String, Element> configuration(Element mojo) {
    Map<String, Element> configuration = new LinkedHashMap<>();
    NodeList nodes = child(mojo, "configuration").getElementsByTagName("*");
    for (int i = 0; i < nodes.getLength(); i++) {
      configuration.put(nodes.item(i).getNodeName(), (Element) nodes.item(i));
    }
    return configuration;
  }

  private static String markdown(String html) {
    return html.replaceAll("</?code>", "`")
        .replaceAll("\\s+", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .strip();
  }

  private static Element child(Element parent, String name) {
    return children(parent, name).get(0);
  }

  private static String text(Element parent, String name) {
    return children(parent, name).stream().map(Element::getTextContent).findFirst().orElse("");
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i).getNodeName().equals(name)) {
        children.add((Element) nodes.item(i));
      }
    }
    return children;
  }

  private static void check(String name, String expected) throws Exception {
    String start = "<!-- " + name + " -->\n";
    String end = "<!-- /" + name + " -->\n";
    String text = Files.readString(DOC);
    int from = text.indexOf(start) + start.length();
    int to = text.indexOf(end);
    if (Boolean.getBoolean("lightspeed.updateDocs") && System.getenv("CI") == null) {
      Files.writeString(DOC, text.substring(0, from) + expected + text.substring(to));
      return;
    }
    assertThat(text.substring(from, to)).isEqualTo(expected);
  }
}
