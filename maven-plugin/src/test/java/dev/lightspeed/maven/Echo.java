package dev.lightspeed.maven;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Stands in for the command: prints its arguments, the last on standard error. */
final class Echo {

  private Echo() {}

  /** With the argument {@code wait} alone it prints it, and goes on until standard input ends. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    for (int i = 0; i < args.length - 1; i++) {
      out.println(args[i]);
    }
    err.println(args[args.length - 1]);
    if (args[0].equals("wait")) {
      System.in.read();
    }
    System.exit(args.length);
  }
}
