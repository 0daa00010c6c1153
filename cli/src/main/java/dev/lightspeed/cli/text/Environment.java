package dev.lightspeed.cli.text;

import java.io.Console;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command may assume of the process around it.
 *
 * @param outColour whether standard output is a terminal that wants colour
 * @param errColour whether standard error is a terminal that wants colour
 * @param errTerminal whether standard error is a terminal, and so may show progress
 * @param processors the processors there are, at least 1
 * @param workplace where the command was started
 */
public record Environment(
    boolean outColour,
    boolean errColour,
    boolean errTerminal,
    int processors,
    Workplace workplace) {

  /** Set by the launcher, which can ask for each stream: {@code out}, {@code err}, both or none. */
  private static final String TERMINALS = "lightspeed.terminals";

  /** An environment in the working folder of this process, outside CI. */
  public Environment(boolean outColour, boolean errColour, boolean errTerminal, int processors) {
    this(outColour, errColour, errTerminal, processors, Workplace.HERE);
  }

  /** The same at another place. */
  public Environment at(Workplace place) {
    return new Environment(outColour, errColour, errTerminal, processors, place);
  }

  /** No terminal anywhere and one processor: how a pipeline in a small container looks. */
  public static Environment plain() {
    return new Environment(false, false, false, 1);
  }

  /** The environment of this process. */
  public static Environment ofProcess() {
    return of(
            System.getProperty(TERMINALS),
            consoleIsTerminal(),
            System.getenv("NO_COLOR"),
            System.getenv("TERM"),
            Runtime.getRuntime().availableProcessors())
        .at(Workplace.of(System.getenv("CI")));
  }

  /**
   * The environment that these facts describe.
   *
   * @param terminals what the launcher found, or null without the launcher
   * @param consoleIsTerminal whether standard input and output are a terminal, as the JVM sees it
   * @param noColor NO_COLOR, which forbids colour when it is there and not empty
   * @param term TERM, which forbids colour and progress when it is {@code dumb}
   * @param processors the processors there are
   */
  public static Environment of(
      @Nullable String terminals,
      boolean consoleIsTerminal,
      @Nullable String noColor,
      @Nullable String term,
      int processors) {
    // Without the launcher nobody can tell whether standard error is one: then it is not.
    List<String> streams =
        terminals != null
            ? Arrays.asList(terminals.split(",", -1))
            : consoleIsTerminal ? List.of("out") : List.of();
    boolean dumb = "dumb".equals(term);
    boolean colour = (noColor == null || noColor.isEmpty()) && !dumb;
    boolean err = streams.contains("err");
    return new Environment(
        colour && streams.contains("out"), colour && err, err && !dumb, processors);
  }

  /**
   * From JDK 22 on there is a console even where there is no terminal, and it has to be asked;
   * before, it could not be asked, and was there only with a terminal.
   */
  @SuppressWarnings("SystemConsoleNull") // the null of JDK 21 and before is one of the two cases
  private static boolean consoleIsTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
