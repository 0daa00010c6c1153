package dev.lightspeed.cli;

import dev.lightspeed.cli.text.Environment;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command line did within this JVM. */
record CommandRun(int exitCode, String out, String err) {

  static CommandRun of(String... args) {
    return in(Environment.plain(), args);
  }

  static CommandRun in(Environment environment, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Main.PROGRAM.run(args, new PrintWriter(out), new PrintWriter(err), environment);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}
