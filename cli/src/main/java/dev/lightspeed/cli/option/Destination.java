package dev.lightspeed.cli.option;

import dev.lightspeed.cli.text.Output;
import dev.lightspeed.harness.file.AtomicFile;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.text.Constants;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where something is written to, and as what: a value of {@code --out}.
 *
 * @param format as what
 * @param file where to; {@code -} is standard output
 */
public record Destination<F extends Enum<F>>(F format, Path file) {

  /** Whether it is standard output. */
  public boolean isStandardOutput() {
    return file.equals(Path.of("-"));
  }

  /** Whether both are the same place. */
  private boolean isSame(Destination<?> other) {
    return file.toAbsolutePath().normalize().equals(other.file.toAbsolutePath().normalize())
        || OutFile.isSame(file, other.file);
  }

  /**
   * Checks, before any work is done for it, that what {@code --out} asks for can be written.
   *
   * @throws InputException if it cannot, or two outputs are one file
   */
  public static void requireWritable(List<? extends Destination<?>> destinations) {
    for (int i = 0; i < destinations.size(); i++) {
      Destination<?> destination = destinations.get(i);
      if (!destination.isStandardOutput()) {
        OutFile.requireWritable("--out", destination.file);
      }
      for (Destination<?> other : destinations.subList(0, i)) {
        if (destination.isSame(other)) {
          throw new InputException(
              "--out: '"
                  + destination.file
                  + "' is given twice, as "
                  + Constants.word(other.format)
                  + " and as "
                  + Constants.word(destination.format)
                  + ": name another file for one of them");
        }
      }
    }
  }

  /**
   * Writes to all of them, to standard output last.
   *
   * @param writer the text of a format
   * @return whether one of them was standard output
   */
  public static <F extends Enum<F>> boolean write(
      List<Destination<F>> destinations, Function<F, String> writer, Output output) {
    Optional<String> printed = Optional.empty();
    for (Destination<F> destination : destinations) {
      String text = writer.apply(destination.format);
      if (destination.isStandardOutput()) {
        printed = Optional.of(text);
      } else {
        AtomicFile.write(destination.file, text);
      }
    }
    printed.ifPresent(output::text);
    return printed.isPresent();
  }

  /**
   * Refuses to write to a baseline, which would be replaced by what is said of it.
   *
   * @throws InputException if it is asked for
   */
  public static void requireOther(List<? extends Destination<?>> destinations, Path baseline) {
    for (Destination<?> destination : destinations) {
      if (OutFile.isSame(destination.file, baseline)) {
        throw OutFile.isBaseline("--out", destination.file);
      }
    }
  }
}
