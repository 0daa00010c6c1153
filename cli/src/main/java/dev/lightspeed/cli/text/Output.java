package dev.lightspeed.cli.text;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes. Lines end in {@code \n} on every system, so that what is printed can be
 * compared byte by byte.
 */
public final class Output {

  private static final int LINES_BETWEEN_LOOKS = 256;

  /** The columns that a terminal has at least. */
  public static final int WIDTH = 80;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Environment environment;

  public Output(PrintWriter out, PrintWriter err, Environment environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  /** What the command may assume of the process. */
  public Environment environment() {
    return environment;
  }

  /** Standard output itself, for what picocli prints. */
  public PrintWriter out() {
    return out;
  }

  /** Standard error itself, for what picocli and the progress bar print. */
  public PrintWriter err() {
    return err;
  }

  /** Prints one line on standard output. */
  public void line(String text) {
    out.print(text);
    out.print('\n');
  }

  /**
   * Prints a line with a word in front, such as {@code FAIL}. One that is longer than a terminal is
   * wide goes on below, between two of its parts.
   *
   * @param style of the word, where colour is wanted
   * @param message parts with {@code "; "} between them
   */
  public void verdict(String style, String word, String message) {
    String indent = " ".repeat(word.length() + 2);
    StringBuilder text = new StringBuilder(styled(style, word)).append("  ");
    int column = indent.length();
    for (String part : message.split("(?<=;) ", -1)) {
      if (column > indent.length() && column + 1 + part.length() > WIDTH) {
        text.append('\n').append(indent);
        column = indent.length();
      } else if (column > indent.length()) {
        text.append(' ');
        column++;
      }
      text.append(part);
      column += part.length();
    }
    line(text.toString());
  }

  /** Prints text that has its line ends already on standard output. */
  public void text(String text) {
    out.print(text);
  }

  /**
   * Whether somebody still reads standard output; {@code head}, for one, stops early. Asked before
   * each of many lines, it looks once in a while.
   *
   * @param line the number of the line, from 0
   */
  public boolean isStillRead(int line) {
    return line % LINES_BETWEEN_LOOKS != 0 || !out.checkError();
  }

  /** Prints one line on standard error, after what went to standard output before it. */
  public void message(String text) {
    out.flush();
    err.print(text);
    err.print('\n');
    err.flush();
  }

  /** Prints the one line that says why the command stops. */
  public void error(String text) {
    message(Ansi.valueOf(environment.errColour()).string("@|bold,red lightspeed:|@ ") + text);
  }

  /** Prints a line that the user should know and that stops nothing. */
  public void warning(String text) {
    message(Ansi.valueOf(environment.errColour()).string("@|bold,yellow lightspeed:|@ ") + text);
  }

  /** Warns of classes whose work is missing from the counts, if there are any. */
  public void warnOfUncounted(List<String> uncounted) {
    if (!uncounted.isEmpty()) {
      warning("not counted: " + String.join(", ", uncounted));
    }
  }

  /** The word as standard output shows it, in {@code style} where colour is wanted. */
  public String styled(String style, String word) {
    return Ansi.valueOf(environment.outColour()).string("@|" + style + " " + word + "|@");
  }
}
