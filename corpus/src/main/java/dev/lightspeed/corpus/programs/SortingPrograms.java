package dev.lightspeed.corpus.programs;

import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.calibrate.Pass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The two sorts of the JDK: of objects by a comparator, and of numbers. */
final class SortingPrograms {

  private SortingPrograms() {}

  static List<Program> list() {
    return List.of(
        new Program("sort_numbers", Family.SORTING, SortingPrograms::numbers),
        new Program("sort_objects", Family.SORTING, SortingPrograms::objects),
        new Program("sort_strings", Family.SORTING, SortingPrograms::strings));
  }

  private static Pass numbers() {
    long[] numbers = Inputs.numbers(Inputs.random("sort_numbers"), 100_000);
    return () -> {
      long[] sorted = numbers.clone();
      Arrays.sort(sorted);
      long sum = 0;
      for (int i = 0; i < sorted.length; i += 97) {
        sum = sum * 31 + sorted[i];
      }
      return sum;
    };
  }

  private static Pass objects() {
    List<Person> people = Inputs.people(Inputs.random("sort_objects"), 1_500);
    Comparator<Person> order =
        Comparator.comparingInt(Person::getAge)
            .thenComparing(Person::getMail, Comparator.reverseOrder());
    return () -> {
      List<Person> sorted = new ArrayList<>(people);
      sorted.sort(order);
      long sum = 0;
      for (Person person : sorted) {
        sum = sum * 31 + person.getId();
      }
      return sum;
    };
  }

  /** In natural order, half of it in runs that are sorted already. */
  private static Pass strings() {
    List<String> words = Inputs.words(Inputs.random("sort_strings"), 3_000);
    words.subList(500, 2_000).sort(null);
    String[] input = words.toArray(new String[0]);
    return () -> {
      String[] sorted = input.clone();
      Arrays.sort(sorted);
      long sum = 0;
      for (int i = 0; i < sorted.length; i++) {
        sum += (long) i * sorted[i].length();
      }
      return sum;
    };
  }
}
