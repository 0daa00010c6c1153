package dev.lightspeed.harness.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) as {@link Node}s: a whole text, or line after line of a file of any length. Keys
 * that occur twice are refused, and so are numbers that other tools would round.
 */
public final class JsonSource implements AutoCloseable {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
          .build();

  private final Place top;
  private final JsonParser parser;
  private int line;

  private JsonSource(String name, JsonParser parser) {
    this.top = new Place(name, 0, 0, "");
    this.parser = parser;
  }

  /**
   * The one value that {@code text} holds.
   *
   * @param name the file's name for errors
   * @throws InputException if it holds none, more than one, or anything else than JSON
   */
  public static Node parse(String name, String text) {
    try (JsonSource source = new JsonSource(name, FACTORY.createParser(text))) {
      return source.only();
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  /**
   * The one value that {@code in} holds, which is closed.
   *
   * @param name the file's name for errors
   * @throws InputException if it cannot be read or holds none, more than one, or anything else than
   *     JSON
   */
  public static Node parse(String name, InputStream in) {
    try (JsonSource source = lines(name, in)) {
      return source.only();
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  /**
   * A source that reads {@code in}, and closes it, an object a line.
   *
   * @param name the file's name for errors
   * @throws InputException if {@code in}, which is closed then, cannot be read
   */
  public static JsonSource lines(String name, InputStream in) {
    try {
      return new JsonSource(name, FACTORY.createParser(in));
    } catch (IOException e) {
      InputFile.close(in, e);
      throw failed(name, e);
    }
  }

  /**
   * The object on the next line, or null at the end of the file.
   *
   * @throws InputException if the line holds anything else
   */
  public @Nullable Node nextLine() {
    try {
      line++;
      if (parser.nextToken() == null) {
        return null;
      }
      if (parser.currentTokenLocation().getLineNr() != line
          || parser.currentToken() != JsonToken.START_OBJECT) {
        throw here(top).error("expected one JSON object on every line");
      }
      Node node = value(top);
      if (parser.currentTokenLocation().getLineNr() != line) {
        throw here(top).error("the object of line " + line + " ends here, expected on its line");
      }
      return node;
    } catch (IOException e) {
      throw failed(top.file(), e);
    }
  }

  /** The line that {@link #nextLine} read last, from 1. */
  public int line() {
    return line;
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw failed(top.file(), e);
    }
  }

  private Node only() throws IOException {
    if (parser.nextToken() == null) {
      throw top.error("is empty, expected an object");
    }
    Node node = value(top);
    if (parser.nextToken() != null) {
      throw here(top).error("more text after the end, expected nothing");
    }
    return node;
  }

  private Node value(Place path) throws IOException {
    Place place = here(path);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(place);
      case START_ARRAY -> array(place);
      case VALUE_STRING -> Node.scalar(place, Node.JsonKind.STRING, parser.getText());
      case VALUE_NUMBER_INT -> number(place);
      case VALUE_NUMBER_FLOAT -> Node.scalar(place, Node.JsonKind.NUMBER, parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> Node.scalar(place, Node.JsonKind.BOOLEAN, parser.getText());
      case VALUE_NULL -> Node.scalar(place, Node.JsonKind.NOTHING, "null");
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("a JSON value cannot begin with " + token);
    };
  }

  private Node object(Place place) throws IOException {
    Map<String, Node.NamedNode> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place keyPlace = here(place.key(key));
      parser.nextToken();
      Node value = value(keyPlace);
      if (fields.put(key, new Node.NamedNode(keyPlace, value)) != null) {
        throw keyPlace.error("the key is there twice, expected once");
      }
    }
    return Node.object(place, fields);
  }

  /** An array, kept as plain {@code long}s for as long as it holds nothing else. */
  private Node array(Place place) throws IOException {
    long[] integers = new long[16];
    int size = 0;
    while (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && isExact()) {
      if (size == integers.length) {
        integers = Arrays.copyOf(integers, size * 2);
      }
      integers[size++] = parser.getLongValue();
    }
    Node exact = Node.integers(place, Arrays.copyOf(integers, size));
    if (parser.currentToken() == JsonToken.END_ARRAY) {
      return exact;
    }
    List<Node> items = new ArrayList<>(exact.items());
    while (parser.currentToken() != JsonToken.END_ARRAY) {
      items.add(value(place.item(items.size())));
      parser.nextToken();
    }
    return Node.list(place, items);
  }

  private Node number(Place place) throws IOException {
    if (!isExact()) {
      throw place.error(
          "found "
              + parser.getText()
              + ", expected it as a string, \""
              + parser.getText()
              + "\": beyond "
              + Node.MAX_EXACT
              + " many tools round numbers");
    }
    return Node.scalar(place, Node.JsonKind.NUMBER, parser.getText());
  }

  private boolean isExact() throws IOException {
    return parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
        && Math.abs(parser.getLongValue()) <= Node.MAX_EXACT
        && parser.getLongValue() != Long.MIN_VALUE;
  }

  private Place here(Place path) {
    JsonLocation location = parser.currentTokenLocation();
    return path.at(location.getLineNr(), location.getColumnNr());
  }

  private static InputException failed(String name, IOException e) {
    if (e instanceof JsonProcessingException problem) {
      JsonLocation location = problem.getLocation();
      Place place =
          new Place(
              name,
              location == null ? 0 : Math.max(0, location.getLineNr()),
              location == null ? 0 : Math.max(0, location.getColumnNr()),
              "");
      return new InputException(place + ": " + what(problem), e);
    }
    return InputFile.unreadable(name, e);
  }

  private static String what(JsonProcessingException problem) {
    if (problem instanceof JsonEOFException) {
      return "the file ends too early, it is truncated: write it again";
    }
    if (problem instanceof StreamConstraintsException) {
      return "is nested deeper or has a longer value than any file that lightspeed writes";
    }
    // Some messages go on about the parser's own source; the place is said already.
    String message = problem.getOriginalMessage().lines().findFirst().orElse("");
    int source = message.indexOf(" (for ");
    return "is not JSON: " + (source < 0 ? message : message.substring(0, source));
  }
}
