package dev.lightspeed.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.codehaus.plexus.util.cli.CommandLineUtils;
import org.jspecify.annotations.Nullable;

/** The arguments of a command, in the order in which they are added. */
final class Arguments {

  private final List<String> arguments = new ArrayList<>();

  /** Adds one as it is. */
  Arguments word(String argument) {
    arguments.add(argument);
    return this;
  }

  /** Adds {@code option=value}, if there is a value. */
  Arguments option(String option, @Nullable Object value) {
    if (value != null) {
      arguments.add(option + "=" + value);
    }
    return this;
  }

  /** Adds {@code option=value} for each value. */
  Arguments options(String option, @Nullable List<String> values) {
    if (values != null) {
      values.forEach(value -> option(option, value));
    }
    return this;
  }

  /**
   * Adds the class path, of what is there: Maven names folders of classes that nothing was put
   * into.
   */
  Arguments classpath(List<String> elements) {
    List<String> present = elements.stream().filter(each -> new File(each).exists()).toList();
    if (!present.isEmpty()) {
      word("--classpath=" + String.join(File.pathSeparator, present));
    }
    return this;
  }

  /**
   * Adds the words of {@code text}.
   *
   * @param parameter where they were given, for errors
   * @throws MojoExecutionException if a quote is open
   */
  Arguments words(String parameter, @Nullable String text) throws MojoExecutionException {
    arguments.addAll(split(parameter, text));
    return this;
  }

  /** What was added. */
  List<String> list() {
    return List.copyOf(arguments);
  }

  /**
   * Splits {@code text} at white space that is not within quotes, single or double ones.
   *
   * @param parameter where it was given, for errors
   * @throws MojoExecutionException if a quote is open
   */
  static List<String> split(String parameter, @Nullable String text) throws MojoExecutionException {
    if (text == null) {
      return List.of();
    }
    try {
      return List.of(CommandLineUtils.translateCommandline(text));
    } catch (Exception e) { // declared like that, and thrown for this alone
      throw new MojoExecutionException(
          parameter + ": '" + text + "' has a quote that is not closed", e);
    }
  }
}
