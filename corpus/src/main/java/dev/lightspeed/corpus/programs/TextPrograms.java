package dev.lightspeed.corpus.programs;

import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.calibrate.Pass;
import dev.lightspeed.harness.workload.SplitMix64;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strings, formats and regular expressions of the JDK. */
final class TextPrograms {

  private TextPrograms() {}

  static List<Program> list() {
    return List.of(
        new Program("regex_backtrack", Family.TEXT, TextPrograms::backtrack),
        new Program("regex_find", Family.TEXT, TextPrograms::find),
        new Program("regex_replace", Family.TEXT, TextPrograms::replace),
        new Program("string_build", Family.TEXT, TextPrograms::build),
        new Program("string_concat", Family.TEXT, TextPrograms::concat),
        new Program("string_format", Family.TEXT, TextPrograms::format),
        new Program("string_split", Family.TEXT, TextPrograms::split),
        new Program("time_format", Family.TEXT, TextPrograms::time));
  }

  /** Lines in which a word occurs twice: every word is looked for in all that follows it. */
  private static Pass backtrack() {
    SplitMix64 random = Inputs.random("regex_backtrack");
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < 60; line++) {
      text.append(String.join(" ", Inputs.words(random, 12))).append('\n');
    }
    Pattern pattern = Pattern.compile("\\b(\\w{3,})\\b.*\\b\\1\\b");
    return () -> {
      Matcher matcher = pattern.matcher(text);
      long sum = 0;
      while (matcher.find()) {
        sum = sum * 31 + matcher.start() + matcher.group(1).length();
      }
      return sum;
    };
  }

  private static Pass find() {
    SplitMix64 random = Inputs.random("regex_find");
    StringBuilder text = new StringBuilder();
    for (Person person : Inputs.people(random, 100)) {
      text.append(Inputs.paragraph(random, 1)).append(' ').append(person.getMail());
      text.append(" 2026-0").append(1 + random.below(9)).append("-1").append(random.below(9));
    }
    Pattern pattern =
        Pattern.compile(
            "(?<mail>[a-z0-9]+@[a-z]+\\.com)|(?<date>\\d{4}-\\d\\d-\\d\\d)|\\b[A-Z]\\w+");
    return () -> {
      Matcher matcher = pattern.matcher(text);
      long sum = 0;
      while (matcher.find()) {
        sum = sum * 31 + matcher.end() - matcher.start();
        sum += matcher.group("date") == null ? 0 : 1;
      }
      return sum;
    };
  }

  private static Pass replace() {
    String text = Inputs.paragraph(Inputs.random("regex_replace"), 60);
    Pattern doubled = Pattern.compile("([aeiou])(\\w)\\b");
    Pattern punctuation = Pattern.compile("\\s*[,.]\\s*");
    return () -> {
      String turned = doubled.matcher(text).replaceAll("$2$1");
      return punctuation.matcher(turned).replaceAll(match -> match.group().strip() + "\n");
    };
  }

  /** A page from parts, with characters escaped one by one. */
  private static Pass build() {
    List<Person> people = Inputs.people(Inputs.random("string_build"), 300);
    return () -> {
      StringBuilder page = new StringBuilder();
      for (Person person : people) {
        page.append("<li id=").append(person.getId()).append('>');
        String name = person.getName();
        for (int i = 0; i < name.length(); i++) {
          char c = name.charAt(i);
          switch (c) {
            case '<' -> page.append("&lt;");
            case '>' -> page.append("&gt;");
            case '&' -> page.append("&amp;");
            default -> page.append(c);
          }
        }
        page.append("</li>").append(person.getBalance()).append('\n');
      }
      page.insert(0, page.length()).reverse();
      return page.toString();
    };
  }

  private static Pass concat() {
    List<Person> people = Inputs.people(Inputs.random("string_concat"), 500);
    return () -> {
      long sum = 0;
      for (Person person : people) {
        String line = person.getId() + ": " + person.getName() + " (" + person.getAge() + ")";
        String shown = line.toUpperCase(Locale.ROOT) + '|' + line.substring(2).trim();
        sum = sum * 31 + shown.hashCode() + shown.indexOf("KA");
      }
      return sum;
    };
  }

  private static Pass format() {
    List<Person> people = Inputs.people(Inputs.random("string_format"), 60);
    return () -> {
      StringBuilder table = new StringBuilder();
      for (Person person : people) {
        table.append(
            String.format(
                Locale.ROOT,
                "%-20s|%4d|%,12.2f|%b|%x%n",
                person.getName(),
                person.getAge(),
                person.getBalance(),
                person.isActive(),
                person.getId()));
      }
      return table.toString();
    };
  }

  private static Pass split() {
    String text = String.join(", ", Inputs.words(Inputs.random("string_split"), 600));
    return () -> {
      StringBuilder turned = new StringBuilder();
      for (String word : text.split(",", -1)) {
        turned.append(word.strip().replace("ka", "KA")).append(word.contains("mer") ? ';' : '.');
      }
      String[] parts = turned.toString().split(";", -1);
      return parts.length + String.join("-", parts);
    };
  }

  private static Pass time() {
    SplitMix64 random = Inputs.random("time_format");
    long[] seconds = new long[100];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = random.below(2_000_000_000);
    }
    DateTimeFormatter readable = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm", Locale.ROOT);
    DateTimeFormatter iso = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    return () -> {
      long sum = 0;
      for (long second : seconds) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).plusMonths(1);
        String text = readable.format(time) + iso.format(time.atOffset(ZoneOffset.ofHours(2)));
        OffsetDateTime parsed =
            OffsetDateTime.parse(text.substring(text.length() - 25).strip(), iso);
        sum = sum * 31 + text.hashCode() + parsed.getDayOfYear();
      }
      return sum;
    };
  }
}
