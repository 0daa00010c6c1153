package dev.lightspeed.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.corpus.programs.AllPrograms;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorpusTest {

  @Test
  void hasManyProgramsEachWithANameOfItsOwn() {
    assertThat(Corpus.programs()).hasSizeGreaterThanOrEqualTo(34);
    assertThat(Corpus.programs())
        .extracting(Program::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][a-z0-9_]{1,21}"));
  }

  @Test
  void everyFamilyIsInBothHalves() {
    Map<Family, Set<Half>> halves = new EnumMap<>(Family.class);
    for (Program program : Corpus.programs()) {
      halves
          .computeIfAbsent(program.family(), family -> EnumSet.noneOf(Half.class))
          .add(Corpus.half(program));
    }

    assertThat(halves).hasSize(Family.values().length);
    assertThat(halves.values()).allMatch(EnumSet.of(Half.FITTED, Half.HELD_OUT)::equals);
  }

  @Test
  void theHalvesAreEquallyLargeButForWhatCameLaterAndIsHeldOut() {
    List<String> later = AllPrograms.later().stream().map(Program::name).toList();
    List<Half> drawn =
        Corpus.programs().stream()
            .filter(program -> !later.contains(program.name()))
            .map(Corpus::half)
            .toList();
    long fitted = drawn.stream().filter(half -> half == Half.FITTED).count();

    assertThat(2 * fitted - drawn.size()).isBetween(-1L, 1L);
    assertThat(later)
        .isNotEmpty()
        .allSatisfy(
            name -> assertThat(Corpus.named(name).map(Corpus::half)).contains(Half.HELD_OUT));
  }

  /** The rule is published: a program that moves to the other half would spoil the comparison. */
  @Test
  void theRuleGoesByFamilyAndName() {
    assertThat(Corpus.programs().subList(0, 6))
        .extracting(program -> program.name() + " " + Corpus.half(program).word())
        .containsExactly(
            "edit_distance fitted",
            "expression_trees held out",
            "game_of_life fitted",
            "interpreter held out",
            "knapsack held out",
            "n_queens fitted");
  }

  @Test
  void aProgramIsFoundByItsName() {
    assertThat(Corpus.named("n_queens").map(Program::family)).contains(Family.ALGORITHMS);
    assertThat(Corpus.named("none")).isEmpty();
  }

  @Test
  void callsAreInNeitherHalf() {
    assertThat(Corpus.calls()).hasSizeGreaterThan(200);
    assertThat(Corpus.calls())
        .extracting(Program::name)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(Corpus.programs().stream().map(Program::name).toList())
        .allMatch(name -> name.matches("[a-z][a-z0-9_]{1,21}"));
    assertThat(Corpus.calls()).extracting(Corpus::half).containsOnly(Half.NONE);
    assertThat(Corpus.named("list_sort_16").map(Program::family)).contains(Family.COLLECTIONS);
  }

  @Test
  void aForeignProgramHasNoHalf() {
    Program foreign = new Program("foreign", Family.TEXT, () -> () -> 1);

    assertThatThrownBy(() -> Corpus.half(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("program: 'foreign' is not in the corpus");
  }
}
