package dev.lightspeed.harness.file;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that was read from a file, and where it stands there, so that whoever finds it wrong can
 * say so. JSON and YAML both become nodes, hence one wording for the errors of every file.
 *
 * <p>Asking a node for what it is not throws an {@link InputException} that names file, line,
 * column, path in the file, what was found and what was expected.
 */
public final class Node {

  /** The largest integer that every JSON tool keeps exact: 2^53 - 1. Beyond, it is a string. */
  public static final long MAX_EXACT = (1L << 53) - 1;

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,99})");
  private static final int SHOWN = 60;

  /** What a node is, in the words of its errors. */
  enum JsonKind {
    NOTHING,
    BOOLEAN,
    NUMBER,
    STRING,
    LIST,
    INTEGERS,
    OBJECT
  }

  /** A key of an object with its value. */
  record NamedNode(Place place, Node value) {}

  private final Place place;
  private final JsonKind kind;
  private final String text;
  private final List<Node> items;
  private final long[] integers;
  private final Map<String, NamedNode> fields;

  private Node(
      Place place,
      JsonKind kind,
      String text,
      List<Node> items,
      long[] integers,
      Map<String, NamedNode> fields) {
    this.place = place;
    this.kind = kind;
    this.text = text;
    this.items = items;
    this.integers = integers;
    this.fields = fields;
  }

  static Node scalar(Place place, JsonKind kind, String text) {
    return new Node(place, kind, text, List.of(), new long[0], Collections.emptyMap());
  }

  static Node list(Place place, List<Node> items) {
    return new Node(place, JsonKind.LIST, "", items, new long[0], Collections.emptyMap());
  }

  /** A list of nothing but exact integers, kept small: a trace has millions of them. */
  static Node integers(Place place, long[] integers) {
    return new Node(place, JsonKind.INTEGERS, "", List.of(), integers, Collections.emptyMap());
  }

  /** An object; {@code fields} in the order of the file. */
  static Node object(Place place, Map<String, NamedNode> fields) {
    return new Node(place, JsonKind.OBJECT, "", List.of(), new long[0], fields);
  }

  /** Where this value stands. */
  public Place place() {
    return place;
  }

  /** Whether this is a string. */
  public boolean isText() {
    return kind == JsonKind.STRING;
  }

  /** The string. */
  public String text() {
    if (kind != JsonKind.STRING) {
      throw expected("a string");
    }
    return text;
  }

  /** The string, which is one of {@code known}. */
  public String word(List<String> known) {
    String word = kind == JsonKind.STRING ? text : "";
    if (!known.contains(word)) {
      throw place.error(
          "found "
              + found()
              + NearestWord.question(word, known)
              + " known: "
              + String.join(", ", known));
    }
    return word;
  }

  /** The integer, from {@code min} to {@code max}. */
  public long integer(long min, long max) {
    if (!isInteger()) {
      throw expected(integerFrom(min, max));
    }
    BigInteger value = new BigInteger(text);
    if (value.compareTo(BigInteger.valueOf(min)) < 0
        || value.compareTo(BigInteger.valueOf(max)) > 0) {
      throw expected(integerFrom(min, max));
    }
    return value.longValueExact();
  }

  /** Like {@link #integer}, for what fits an {@code int}. */
  public int count(int min, int max) {
    return Math.toIntExact(integer(min, max));
  }

  /** The {@code size} integers of a list, each from {@code min} to {@code max}. */
  public long[] integers(int size, long min, long max) {
    long[] values = new long[0];
    if (kind == JsonKind.INTEGERS) {
      values = integers;
      for (int i = 0; i < values.length; i++) {
        if (values[i] < min || values[i] > max) {
          throw place
              .withoutColumn()
              .item(i)
              .error("found " + values[i] + ", expected " + integerFrom(min, max));
        }
      }
    } else if (kind == JsonKind.LIST) {
      values = items.stream().mapToLong(item -> item.integer(min, max)).toArray();
    } else {
      throw expected("a list of integers");
    }
    if (values.length != size) {
      throw place.error("found " + values.length + " integers, expected " + size);
    }
    return values;
  }

  /** The values of a list. */
  public List<Node> items() {
    return switch (kind) {
      case LIST -> items;
      case INTEGERS -> expandedIntegers();
      case NOTHING, BOOLEAN, NUMBER, STRING, OBJECT -> throw expected("a list");
    };
  }

  /** Refuses what is not an object, and every key that is not in {@code known}. */
  public Node keys(String... known) {
    for (Map.Entry<String, NamedNode> field : fields().entrySet()) {
      if (!Arrays.asList(known).contains(field.getKey())) {
        throw field
            .getValue()
            .place()
            .error(
                "unknown key"
                    + NearestWord.question(field.getKey(), Arrays.asList(known))
                    + " known: "
                    + String.join(", ", new TreeSet<>(Arrays.asList(known))));
      }
    }
    return this;
  }

  /** The keys of an object, in the order of the file. */
  public List<String> names() {
    return List.copyOf(fields().keySet());
  }

  /** The value of a key that must be there. */
  public Node get(String key) {
    Node value = find(key);
    if (value == null) {
      throw place.error("the key '" + key + "' is missing");
    }
    return value;
  }

  /** The value of a key, or null. */
  public @Nullable Node find(String key) {
    NamedNode field = fields().get(key);
    return field == null ? null : field.value();
  }

  /**
   * Refuses an object whose key {@code schema} is not among {@code known}: another file or version.
   *
   * @param known at least one, all versions of one file
   */
  public Node schema(String... known) {
    String expected = "'" + String.join("' or '", known) + "'";
    Node schema = find("schema");
    if (schema == null) {
      throw place.error(
          "the key 'schema' is missing, expected " + expected + ": is this the right file?");
    }
    String found = schema.text();
    if (!Arrays.asList(known).contains(found)) {
      String name = known[0].substring(0, known[0].indexOf('/') + 1);
      throw schema.place.error(
          found.startsWith(name)
              ? "unknown schema version '"
                  + shortened(found)
                  + "', expected "
                  + expected
                  + ": use the version of lightspeed that wrote the file, or write it again"
              : "found '"
                  + shortened(found)
                  + "', expected "
                  + expected
                  + ": is this the right file?");
    }
    return this;
  }

  /** What {@code maker} makes; a value that it refuses is refused as input, at this place. */
  public <T> T make(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      boolean saysWhere =
          message.startsWith(place.path() + ":") || message.startsWith(place.path() + ".");
      throw new InputException((saysWhere ? place.withoutPath() : place) + ": " + message, e);
    }
  }

  /** The error that this value is not {@code what}. */
  public InputException expected(String what) {
    return place.error("found " + found() + ", expected " + what);
  }

  private Map<String, NamedNode> fields() {
    if (kind != JsonKind.OBJECT) {
      throw expected("an object");
    }
    return fields;
  }

  private List<Node> expandedIntegers() {
    Node[] expanded = new Node[integers.length];
    for (int i = 0; i < expanded.length; i++) {
      expanded[i] =
          scalar(place.withoutColumn().item(i), JsonKind.NUMBER, Long.toString(integers[i]));
    }
    return List.of(expanded);
  }

  /** A number without a fraction, or the string that stands for one beyond {@link #MAX_EXACT}. */
  private boolean isInteger() {
    if (!INTEGER.matcher(text).matches()) {
      return false;
    }
    return kind == JsonKind.NUMBER
        || (kind == JsonKind.STRING
            && new BigInteger(text).abs().compareTo(BigInteger.valueOf(MAX_EXACT)) > 0);
  }

  private String found() {
    return switch (kind) {
      case NOTHING -> "nothing";
      case BOOLEAN, NUMBER -> shortened(text);
      case STRING -> "the string '" + shortened(text) + "'";
      case LIST, INTEGERS -> "a list";
      case OBJECT -> "an object";
    };
  }

  private static String integerFrom(long min, long max) {
    return max == Long.MAX_VALUE
        ? "an integer, at least " + min
        : "an integer from " + min + " to " + max;
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
