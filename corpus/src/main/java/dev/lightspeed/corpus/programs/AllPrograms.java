package dev.lightspeed.corpus.programs;

import dev.lightspeed.corpus.Program;
import java.util.List;
import java.util.stream.Stream;

/** The one list of all programs. */
public final class AllPrograms {

  private AllPrograms() {}

  /** Programs that came when the weights were fitted, in no order that matters. */
  public static List<Program> later() {
    return LaterPrograms.list();
  }

  /** The programs from which the halves were drawn, in no order that matters. */
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
