package dev.lightspeed.corpus.programs;

import dev.lightspeed.corpus.Program;
import java.util.List;
import java.util.stream.Stream;

/** The one list of all programs. */
public final class AllPrograms {

  private AllPrograms() {}

  /** Every program, in no order that matters. */
  public static List<Program> list() {
    return Stream.of(
            AlgorithmPrograms.list(),
            BytePrograms.list(),
            CollectionPrograms.list(),
            DataPrograms.list(),
            JsonPrograms.list(),
            LivePrograms.list(),
            MarkupPrograms.list(),
            NumberPrograms.list(),
            SortingPrograms.list(),
            TemplatePrograms.list(),
            TextPrograms.list())
        .flatMap(List::stream)
        .toList();
  }
}
