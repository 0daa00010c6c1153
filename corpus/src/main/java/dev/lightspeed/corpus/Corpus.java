package dev.lightspeed.corpus;

import dev.lightspeed.corpus.calls.JdkCalls;
import dev.lightspeed.corpus.programs.AllPrograms;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every program, and which half each belongs to.
 *
 * <p>The halves were drawn before anything was timed, by a rule that looks at names only: families
 * in alphabetical order, programs in alphabetical order within each, and then every other one is
 * fitted, beginning with the first. So each family is in both halves. Programs that came later are
 * all held out, and move none of the others.
 */
public final class Corpus {

  private static final Map<String, Program> DRAWN = sorted(AllPrograms.list());
  private static final Map<String, Program> PROGRAMS =
      sorted(Stream.concat(DRAWN.values().stream(), AllPrograms.later().stream()).toList());
  private static final Map<String, Program> CALLS = sorted(JdkCalls.list());

  private Corpus() {}

  /** All programs, by family and name. */
  public static List<Program> programs() {
    return List.copyOf(PROGRAMS.values());
  }

  /**
   * Calls into the JDK, each as a program of its own, by family and name. No part of the corpus.
   */
  public static List<Program> calls() {
    return List.copyOf(CALLS.values());
  }

  /** The program or call that is named {@code name}, if there is one. */
  public static Optional<Program> named(String name) {
    return Optional.ofNullable(PROGRAMS.getOrDefault(name, CALLS.get(name)));
  }

  /**
   * Which half a program belongs to.
   *
   * @throws IllegalArgumentException if it is none of {@link #programs} and {@link #calls}
   */
  public static Half half(Program program) {
    if (CALLS.containsValue(program)) {
      return Half.NONE;
    }
    if (!PROGRAMS.containsValue(program)) {
      throw new IllegalArgumentException("program: '" + program.name() + "' is not in the corpus");
    }
    int index = List.copyOf(DRAWN.values()).indexOf(program);
    return index >= 0 && index % 2 == 0 ? Half.FITTED : Half.HELD_OUT;
  }

  private static Map<String, Program> sorted(List<Program> programs) {
    Map<String, Program> byName = new LinkedHashMap<>();
    programs.stream()
        .sorted(
            Comparator.comparing((Program program) -> program.family().word())
                .thenComparing(Program::name))
        .forEach(
            program -> {
              if (byName.put(program.name(), program) != null) {
                throw new IllegalStateException("two programs are called " + program.name());
              }
            });
    return byName;
  }
}
