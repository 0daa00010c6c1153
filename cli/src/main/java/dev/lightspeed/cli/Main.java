package dev.lightspeed.cli;

import dev.lightspeed.cli.command.ExitCode;
import dev.lightspeed.cli.text.Environment;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.harness.verify.Lifeline;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The command {@code lightspeed}. */
public final class Main {

  /** Set by a build tool that runs this command, and holds the other end of standard input. */
  private static final String LIFELINE = "lightspeed.lifeline";

  private Main() {}

  /**
   * Runs the command line in {@code args} and ends the JVM with one of the exit codes that {@code
   * --help} lists. Both streams are UTF-8 whatever the locale.
   */
  public static void main(String[] args) {
    if (Boolean.getBoolean(LIFELINE)) {
      Lifeline.hold();
    }
    StandardOutput stdout = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = writer(stdout);
    PrintWriter err = writer(new StandardOutput(new FileOutputStream(FileDescriptor.err)));
    int exitCode = run(args, out, err, Environment.ofProcess());
    out.flush();
    if (stdout.lost().isPresent()) {
      err.print("lightspeed: standard output cannot be written: " + stdout.lost().get() + "\n");
      exitCode = ExitCode.INTERNAL_ERROR.code();
    }
    err.flush();
    System.exit(exitCode);
  }

  /**
   * Runs the command line in {@code args} within this JVM.
   *
   * @return the exit code
   */
  static int run(String[] args, PrintWriter out, PrintWriter err, Environment environment) {
    Output output = new Output(out, err, environment);
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try {
      return CommandTree.of(output).execute(args);
    } catch (Throwable e) { // errors too: running out of memory is reported like all else
      return Failures.report(e, output).code();
    } finally {
      Thread.currentThread().setContextClassLoader(loader);
      out.flush();
      err.flush();
    }
  }

  private static PrintWriter writer(StandardOutput stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
  }
}
