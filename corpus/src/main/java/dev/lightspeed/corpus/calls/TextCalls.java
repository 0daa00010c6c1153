package dev.lightspeed.corpus.calls;

import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.workload.SplitMix64;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strings, builders, formats and regular expressions. */
final class TextCalls {

  private static final int INPUTS = 64;
  private static final Pattern LETTERS = Pattern.compile("[a-z]+");
  private static final Pattern PAIR = Pattern.compile("(\\w+)\\+(\\w+)");
  private static final Pattern NEVER = Pattern.compile("q\\d");
  private static final Pattern VOWEL = Pattern.compile("[aeiou]");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ROOT);
  private static final Base64.Decoder DECODER = Base64.getDecoder();

  private TextCalls() {}

  static List<Program> list() {
    List<Program> calls = new ArrayList<>();
    for (int size : new int[] {16, 256}) {
      bySize(calls, size);
    }
    calls.addAll(
        List.of(
            text("string_concat_indy", 12, s -> (s + ':' + s.length() + '-' + s).length()),
            text("string_format_d_s", 12, s -> String.format("%d: %s", s.length(), s).length()),
            text(
                "string_format_2f",
                12,
                s -> String.format(Locale.ROOT, "%,.2f", s.hashCode() / 7.0).length()),
            text("string_value_of_int", 12, s -> String.valueOf(s.hashCode()).length()),
            text("string_is_blank", 12, s -> s.isBlank() ? 1 : 0),
            text("string_trim", 12, s -> s.trim().length()),
            text("string_intern", 12, s -> s.intern().length()),
            text("builder_append_int", 12, s -> builder().append(s.hashCode()).length()),
            text(
                "builder_append_char", 12, s -> builder().append('a').append(s.charAt(0)).length()),
            text("builder_append_double", 12, s -> builder().append(s.hashCode() / 7.0).length()),
            text(
                "date_format",
                12,
                s -> DAY.format(LocalDate.ofEpochDay(s.hashCode() & 65535)).length()),
            text(
                "date_parse",
                12,
                s -> LocalDate.parse(s.charAt(0) > 'm' ? "2026-11-25" : "1999-01-02").getYear()),
            text(
                "date_plus",
                12,
                s -> LocalDate.ofEpochDay(s.hashCode() & 65535).plusMonths(3).getYear()),
            text("char_is_letter", 12, s -> Character.isLetter(s.charAt(1)) ? 1 : 0),
            text("char_is_digit", 12, s -> Character.isDigit(s.charAt(2)) ? 1 : 0)));
    return calls;
  }

  private static void bySize(List<Program> calls, int size) {
    calls.addAll(
        List.of(
            pair("string_equals", size, (a, b) -> a.equals(b) ? 1 : 0),
            pair("string_compare_to", size, (a, b) -> a.compareTo(b)),
            pair("string_starts_with", size, (a, b) -> a.startsWith(b) ? 1 : 0),
            text("string_index_char", size, s -> s.indexOf('!')),
            text("string_index_of", size, s -> s.indexOf("kab")),
            text("string_contains", size, s -> s.contains("mer!") ? 1 : 0),
            text("string_substring", size, s -> s.substring(1).length()),
            pair("string_concat", size, (a, b) -> a.concat(b).length()),
            text("string_to_upper", size, s -> s.toUpperCase(Locale.ROOT).length()),
            text("string_to_lower", size, s -> s.toLowerCase(Locale.ROOT).length()),
            text("string_replace_ch", size, s -> s.replace('a', 'b').length()),
            text("string_replace", size, s -> s.replace("ka", "KA").length()),
            text("string_replace_all", size, s -> s.replaceAll("[aeiou]", "-").length()),
            text("string_split", size, s -> s.split("e", -1).length),
            text("string_matches", size, s -> s.matches("[a-z+]+") ? 1 : 0),
            text("string_get_bytes", size, s -> s.getBytes(StandardCharsets.UTF_8).length),
            text("string_to_chars", size, s -> s.toCharArray().length),
            text("string_chars_sum", size, s -> s.chars().sum()),
            text("string_lines", size, s -> s.lines().count()),
            text("string_repeat", size, s -> "ab".repeat(s.length() / 2).length()),
            text("string_join", size, s -> String.join(",", s, s).length()),
            text("builder_append", size, s -> builder().append(s).length()),
            text("builder_to_string", size, s -> builder().append(s).toString().length()),
            text("builder_insert", size, s -> builder().append(s).insert(1, s).length()),
            text("builder_reverse", size, s -> builder().append(s).reverse().length()),
            text("regex_matches", size, s -> LETTERS.matcher(s).matches() ? 1 : 0),
            text("regex_find_first", size, s -> PAIR.matcher(s).find() ? 1 : 0),
            text("regex_find_none", size, s -> NEVER.matcher(s).find() ? 1 : 0),
            text("regex_find_all", size, TextCalls::matches),
            text("regex_groups", size, TextCalls::groups),
            text("regex_replace_all", size, s -> VOWEL.matcher(s).replaceAll("-").length()),
            text("regex_split", size, s -> VOWEL.split(s).length),
            text(
                "base64_encode",
                size,
                s ->
                    Base64.getEncoder()
                        .encodeToString(s.getBytes(StandardCharsets.UTF_8))
                        .length()),
            text("base64_decode", size, s -> DECODER.decode(s.substring(s.length() % 4)).length)));
  }

  private static long matches(String text) {
    Matcher matcher = LETTERS.matcher(text);
    long found = 0;
    while (matcher.find()) {
      found += matcher.end();
    }
    return found;
  }

  private static long groups(String text) {
    Matcher matcher = PAIR.matcher(text);
    long found = 0;
    while (matcher.find()) {
      found += matcher.group(1).length() + matcher.group(2).length();
    }
    return found;
  }

  private static StringBuilder builder() {
    return new StringBuilder(600);
  }

  private static Program text(String name, int size, ToLongFunction<String> call) {
    return JdkCalls.call(
        size == 12 ? name : name + "_" + size, Family.TEXT, () -> texts(name, size), call);
  }

  /** A call on a text and an equal one that is another object. */
  private static Program pair(String name, int size, ToLongBiFunction<String, String> call) {
    return JdkCalls.call(
        name + "_" + size,
        Family.TEXT,
        () -> texts(name, size).stream().map(Pair::of).toList(),
        pair -> call.applyAsLong(pair.text(), pair.twin()));
  }

  private record Pair(String text, String twin) {

    static Pair of(String text) {
      return new Pair(text, String.valueOf(text.toCharArray()));
    }
  }

  private static List<String> texts(String purpose, int size) {
    SplitMix64 random = SplitMix64.forSession("calls:" + purpose, 0);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < INPUTS; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < size) {
        text.append((char) (random.below(9) == 0 ? '+' : 'a' + random.below(26)));
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
