package dev.lightspeed.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;

/** Why the JVMs of tests will not have the flag that a property holds. */
final class HiddenFlag {

  private static final Pattern ARG_LINE =
      Pattern.compile("<argLine[^>]*>(.*?)</argLine>", Pattern.DOTALL);
  private static final List<String> RUNNERS =
      List.of("maven-surefire-plugin", "maven-failsafe-plugin");

  private HiddenFlag() {}

  /**
   * What hides {@code property} from Surefire and Failsafe, each reason with what to do.
   *
   * @param commandLine properties that are given with {@code -D}
   * @param plugins of the build
   */
  static List<String> reasons(String property, Properties commandLine, List<Plugin> plugins) {
    List<String> reasons = new ArrayList<>();
    if (commandLine.containsKey(property)) {
      reasons.add(
          "-D"
              + property
              + " on the command line hides the agent: tests take that and not the project's. Give"
              + " their JVMs further flags by another property, as in <argLine>@{"
              + property
              + "} ${test.flags}</argLine>");
    }
    for (Plugin plugin : plugins) {
      if (RUNNERS.contains(plugin.getArtifactId())) {
        Stream.concat(Stream.of(plugin), plugin.getExecutions().stream())
            .map(HiddenFlag::argLine)
            .filter(line -> !line.isBlank() && !refersTo(property, line))
            .map(
                line ->
                    plugin.getArtifactId()
                        + " hides the agent by its own argLine: write <argLine>@{"
                        + property
                        + "} "
                        + line.strip()
                        + "</argLine>")
            .distinct()
            .forEach(reasons::add);
      }
    }
    return reasons;
  }

  private static boolean refersTo(String property, String line) {
    return line.contains("@{" + property + "}") || line.contains("${" + property + "}");
  }

  /** A configuration is an element of the pom.xml, and its text shows it. */
  private static String argLine(ConfigurationContainer container) {
    Matcher element = ARG_LINE.matcher(String.valueOf(container.getConfiguration()));
    return element.find() ? element.group(1) : "";
  }
}
