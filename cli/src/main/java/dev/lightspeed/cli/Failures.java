package dev.lightspeed.cli;

import dev.lightspeed.cli.command.ExitCode;
import dev.lightspeed.cli.text.Columns;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.cli.text.Version;
import dev.lightspeed.cli.text.Wrapping;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.NearestWord;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.verify.NotDeterministic;
import dev.lightspeed.harness.verify.OtherJvm;
import dev.lightspeed.harness.workload.WorkloadFailure;
import dev.lightspeed.meter.MeterMissingException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells the user why a command stopped: one line for what they can mend, all for what they cannot.
 */
final class Failures {

  private static final long BYTES_PER_MIB = 1L << 20;

  /** What the name of an event may take of a line. */
  private static final int EVENT_WIDTH = 24;

  private Failures() {}

  /** Prints what went wrong and says how the command ends. */
  static ExitCode report(Throwable failure, Output output) {
    if (failure instanceof ParameterException usage) {
      output.error(describe(usage));
      output.message(
          "try '" + usage.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
      return ExitCode.BAD_INPUT;
    }
    if (isOutOfMemory(failure)) {
      output.error(
          "out of memory with a heap of "
              + Numbers.grouped(Runtime.getRuntime().maxMemory() / BYTES_PER_MIB)
              + " MiB: set LIGHTSPEED_JAVA_OPTS=-Xmx4g or more, or ask for fewer --sessions or"
              + " --events");
      return ExitCode.INTERNAL_ERROR;
    }
    if (failure instanceof InputException
        || failure instanceof WorkloadFailure
        || failure instanceof MeterMissingException) {
      output.error(String.valueOf(failure.getMessage()));
      return ExitCode.BAD_INPUT;
    }
    if (failure instanceof NotDeterministic difference) {
      output.error(describe(difference));
      return ExitCode.NOT_DETERMINISTIC;
    }
    if (failure instanceof OtherJvm.Failed failed) {
      output.error(String.valueOf(failed.getMessage()));
      return failed.isBadInput() ? ExitCode.BAD_INPUT : ExitCode.INTERNAL_ERROR;
    }
    output.error("internal error in version " + Version.current() + ", please report it:");
    PrintWriter err = output.err();
    failure.printStackTrace(err);
    err.flush();
    return ExitCode.INTERNAL_ERROR;
  }

  private static boolean isOutOfMemory(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  private static String describe(NotDeterministic difference) {
    StringBuilder text = new StringBuilder("not deterministic: ").append(difference.step());
    difference
        .event()
        .ifPresent(
            name -> text.append(" (").append(Columns.shortened(name, EVENT_WIDTH)).append(')'));
    text.append(':');
    for (String line : difference.lines()) {
      text.append("\n  ").append(String.join("\n    ", Wrapping.lines(line, Output.WIDTH - 4)));
    }
    return text.toString();
  }

  private static String describe(ParameterException usage) {
    if (usage.getCause() instanceof TypeConversionException conversion
        && usage.getArgSpec() != null) {
      return name(usage.getArgSpec()) + ": " + conversion.getMessage();
    }
    if (usage instanceof OverwrittenOptionException twice) {
      return name(twice.getOverwritten()) + " is given twice";
    }
    if (usage instanceof MissingParameterException missing) {
      return describe(missing);
    }
    if (usage instanceof UnmatchedArgumentException unmatched) {
      return describe(unmatched);
    }
    return String.valueOf(usage.getMessage());
  }

  private static String describe(UnmatchedArgumentException unmatched) {
    String argument = unmatched.getUnmatched().get(0);
    Collection<String> commands = unmatched.getCommandLine().getSubcommands().keySet();
    if (!unmatched.isUnknownOption() && !commands.isEmpty()) {
      return NearestWord.unknown("command", argument, commands);
    }
    List<String> suggestions = unmatched.getSuggestions();
    return (unmatched.isUnknownOption() ? "unknown option '" : "unexpected argument '")
        + argument
        + "'"
        + (suggestions.isEmpty() ? "" : ", did you mean '" + suggestions.get(0) + "'?");
  }

  private static String describe(MissingParameterException missing) {
    ArgSpec first = missing.getMissing().get(0);
    if (first.isOption() && !String.valueOf(missing.getMessage()).contains("required option")) {
      return name(first) + ": its value " + first.paramLabel() + " is missing";
    }
    return "missing "
        + missing.getMissing().stream().map(Failures::name).collect(Collectors.joining(" and "));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
