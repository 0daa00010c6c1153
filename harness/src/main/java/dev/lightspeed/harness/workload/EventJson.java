package dev.lightspeed.harness.workload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * An event as a line of a script: {@code {"event":"update","params":{"id":"39"}}}, without spaces
 * and without a line break, parameters in their order.
 */
public final class EventJson {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int UP_TO_ASCII = 0x7F;
  private static final int ALL = 0;

  private final JsonGenerator out;

  private EventJson(JsonGenerator out) {
    this.out = out;
  }

  /** The event's line, without its line break. Whatever it carries, the line is valid UTF-8. */
  public static String line(Event event) {
    StringWriter line = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(line)) {
      EventJson json = new EventJson(out);
      out.writeStartObject();
      json.string("event", event.name());
      out.writeFieldName("params");
      json.object(event.params());
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  private void object(Params params) throws IOException {
    out.writeStartObject();
    params.forEach(this::string, this::items);
    out.writeEndObject();
  }

  private void items(String name, List<Params> items) {
    try {
      out.writeFieldName(name);
      out.writeStartArray();
      for (Params item : items) {
        object(item);
      }
      out.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void string(String name, String value) {
    try {
      // UTF-8 has no form for half a surrogate pair, JSON has one: its escape.
      out.setHighestNonEscapedChar(hasLoneSurrogate(name + value) ? UP_TO_ASCII : ALL);
      out.writeStringField(name, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
