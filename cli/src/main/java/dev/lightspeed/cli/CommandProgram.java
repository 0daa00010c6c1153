package dev.lightspeed.cli;

import dev.lightspeed.cli.command.ExitCode;
import dev.lightspeed.cli.text.Environment;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.cli.text.Version;
import dev.lightspeed.harness.run.CountingPlan;
import dev.lightspeed.meter.EndWatch;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** A tree of commands that is run as a program, with its streams, its help and its exit codes. */
public final class CommandProgram {

  private final Function<Output, CommandLine> commands;

  /**
   * A program.
   *
   * @param commands the root of the tree, for commands that write to the given output
   */
  public CommandProgram(Function<Output, CommandLine> commands) {
    this.commands = commands;
  }

  /**
   * Runs the command line in {@code args} and ends the JVM with one of the exit codes that {@code
   * --help} lists. Both streams are UTF-8 whatever the locale.
   */
  public void runProcess(String[] args) {
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
    EndWatch.endJvm(exitCode);
  }

  /**
   * Runs the command line in {@code args} within this JVM.
   *
   * @return the exit code
   */
  public int run(String[] args, PrintWriter out, PrintWriter err, Environment environment) {
    Output output = new Output(out, err, environment);
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try {
      int exitCode = commandLine(output).execute(args);
      if (exitCode != ExitCode.BAD_INPUT.code()) {
        CountingPlan.requireNobodyEndsTheJvm();
      }
      return exitCode;
    } catch (Throwable e) { // errors too: running out of memory is reported like all else
      return Failures.report(e, output).code();
    } finally {
      Thread.currentThread().setContextClassLoader(loader);
      out.flush();
      err.flush();
    }
  }

  /** The command line that writes to {@code output}. */
  CommandLine commandLine(Output output) {
    CommandLine root = commands.apply(output);
    configure(root);
    return root.setOut(output.out())
        .setErr(output.err())
        .setColorScheme(Help.defaultColorScheme(Ansi.valueOf(output.environment().outColour())))
        .setExecutionStrategy(CommandProgram::execute)
        .setParameterExceptionHandler((e, args) -> Failures.report(e, output).code())
        .setExecutionExceptionHandler(
            (e, commandLine, parsed) -> Failures.report(e, output).code());
  }

  /**
   * Runs the command that was given, if there is one of that name and each option is there once. A
   * command that has others does nothing by itself.
   */
  private static int execute(ParseResult parsed) {
    for (CommandLine command : parsed.asCommandLineList()) {
      List<String> unmatched = command.getParseResult().unmatched();
      if (!command.getSubcommands().isEmpty() && !unmatched.isEmpty()) {
        // Where help is asked for, too, picocli would give it and say nothing of this.
        throw new UnmatchedArgumentException(command, unmatched);
      }
      for (OptionSpec option : command.getParseResult().matchedOptions()) {
        // In a group of options picocli takes the last of several.
        if (option.originalStringValues().size() > 1 && !option.isMultiValue()) {
          throw new OverwrittenOptionException(command, option, "");
        }
      }
    }
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    CommandLine last = parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
    if (!last.getSubcommands().isEmpty()) {
      throw new ParameterException(last, "no command was given");
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static void configure(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    spec.mixinStandardHelpOptions(true).versionProvider(new Version());
    UsageMessageSpec usage = spec.usageMessage();
    usage.width(Output.WIDTH);
    usage.sortOptions(false);
    usage.optionListHeading("%nOptions:%n");
    usage.exitCodeListHeading("%nExit codes:%n");
    usage.exitCodeList(ExitCode.descriptions());
    command.getSubcommands().values().forEach(CommandProgram::configure);
  }

  private static PrintWriter writer(StandardOutput stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
  }
}
