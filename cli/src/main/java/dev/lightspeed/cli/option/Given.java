package dev.lightspeed.cli.option;

import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Which options the user has given, as picocli has parsed them. */
public final class Given {

  private final CommandSpec command;

  /** The options of the command that is being carried out. */
  public Given(CommandSpec command) {
    this.command = command;
  }

  /**
   * Refuses every option of {@code groups}.
   *
   * @param groups classes that declare options
   * @param problem why none of them can be there
   * @throws ParameterException if one is given, which is named
   */
  public void refuse(String problem, Class<?>... groups) {
    first(groups)
        .ifPresent(
            option -> {
              throw new ParameterException(command.commandLine(), option + " " + problem);
            });
  }

  /** The name of the first option of {@code groups} that is given. */
  public Optional<String> first(Class<?>... groups) {
    return given(groups).findFirst().map(OptionSpec::longestName);
  }

  /** Whether an option is given. */
  public boolean has(String option) {
    return command.commandLine().getParseResult().hasMatchedOption(option);
  }

  /** The options of {@code groups} that are given, as a person would type them again. */
  public List<String> words(Class<?>... groups) {
    List<String> words = new ArrayList<>();
    given(groups)
        .forEach(
            option ->
                option
                    .originalStringValues()
                    .forEach(value -> words.add(option.longestName() + " " + value)));
    return words;
  }

  /** In the order in which help pages list them. */
  private Stream<OptionSpec> given(Class<?>... groups) {
    List<OptionSpec> matched = command.commandLine().getParseResult().matchedOptions();
    return command.options().stream()
        .filter(
            option ->
                option.userObject() instanceof Member member
                    && Arrays.asList(groups).contains(member.getDeclaringClass()))
        .filter(matched::contains);
  }
}
