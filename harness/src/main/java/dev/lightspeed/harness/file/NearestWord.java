package dev.lightspeed.harness.file;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds what the user may have meant by a word that is not known. */
public final class NearestWord {

  private NearestWord() {}

  /** {@code ", did you mean 'crud_table'?"}, or {@code ";"} if no known word is near. */
  public static String question(String word, Collection<String> known) {
    String nearest = of(word, known);
    return nearest == null ? ";" : ", did you mean '" + nearest + "'?";
  }

  /** {@code "unknown workload 'crud', did you mean 'crud_table'? known: counter, crud_table"}. */
  public static String unknown(String what, String word, Collection<String> known) {
    return "unknown "
        + what
        + " '"
        + word
        + "'"
        + question(word, known)
        + " known: "
        + String.join(", ", known);
  }

  /** The known word that is nearest to {@code word}, the first of equals, or null if none is. */
  static @Nullable String of(String word, Collection<String> known) {
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < least && distance <= Math.max(word.length(), candidate.length()) / 3) {
        nearest = candidate;
        least = distance;
      }
    }
    return nearest;
  }

  /** Levenshtein's distance, but a word of three letters and more is near what contains it. */
  private static int distance(String word, String candidate) {
    if (word.length() >= 3 && candidate.contains(word)) {
      return 1;
    }
    int[] row = new int[candidate.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= word.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substituted = diagonal + (word.charAt(i - 1) == candidate.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[candidate.length()];
  }
}
