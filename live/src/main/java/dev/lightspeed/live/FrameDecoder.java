package dev.lightspeed.live;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads what {@link FrameEncoder} wrote, and refuses everything else. */
public final class FrameDecoder {

  private static final int MAX_DEPTH = 64;

  private final String text;
  private final List<Integer> opStarts = new ArrayList<>();
  private int position;
  private int depth;

  private FrameDecoder(String text) {
    this.text = text;
  }

  /**
   * The patch that {@code frame} carries.
   *
   * @throws FrameException if the frame is malformed or cut, or is followed by more
   */
  public static Patch decode(byte[] frame) {
    return decodeForPage(frame).patch();
  }

  static Decoded decodeForPage(byte[] frame) {
    FrameDecoder decoder = new FrameDecoder(utf8(frame));
    Patch patch = decoder.patch();
    return new Decoded(patch, decoder.text, decoder.opStarts);
  }

  /**
   * A patch that may turn out not to fit.
   *
   * @param text the frame
   * @param opStarts where in it each operation starts
   */
  record Decoded(Patch patch, String text, List<Integer> opStarts) {

    /** The error that operation {@code op}, from 0, does not fit the page. */
    FrameException misfit(int op, String reason) {
      return new FrameException(byteOffset(text, opStarts.get(op)), reason);
    }
  }

  private static String utf8(byte[] frame) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(frame);
    CharBuffer chars = CharBuffer.allocate(frame.length);
    CoderResult result = decoder.decode(bytes, chars, true);
    if (result.isError()) {
      throw new FrameException(bytes.position(), "not UTF-8");
    }
    return chars.flip().toString();
  }

  private Patch patch() {
    List<Template> definitions = new ArrayList<>();
    List<PatchOp> ops = new ArrayList<>();
    while (peek() == FrameSyntax.DEFINE) {
      definitions.add(definition(definitions.size()));
    }
    while (peek() != FrameSyntax.END_OF_LINE) {
      opStarts.add(position);
      ops.add(op());
      expect(FrameSyntax.END_OF_LINE);
    }
    position++;
    if (position < text.length()) {
      throw error("the frame has ended, but more follows");
    }
    return new Patch(definitions, ops);
  }

  private Template definition(int expected) {
    expect(FrameSyntax.DEFINE);
    int number = number();
    if (number != expected) {
      throw error("template " + number + " is defined, expected " + expected);
    }
    expect(FrameSyntax.FIELD);
    int start = position;
    String source = unescaped(FrameSyntax.IN_DEFINITION);
    expect(FrameSyntax.END_OF_LINE);
    try {
      return Template.parse(source);
    } catch (TemplateException e) {
      position = start;
      throw error(String.valueOf(e.getMessage()));
    }
  }

  private PatchOp op() {
    char code = peek();
    position++;
    return switch (code) {
      case FrameSyntax.UPDATE_SEGMENTS -> updateSegments();
      case FrameSyntax.APPEND -> new PatchOp.Append(slot(), fieldEntries());
      case FrameSyntax.PREPEND -> new PatchOp.Prepend(slot(), fieldEntries());
      case FrameSyntax.UPSERT_KEYED -> upsertKeyed();
      case FrameSyntax.REMOVE_KEYED -> new PatchOp.RemoveKeyed(slot(), keys(), false);
      case FrameSyntax.PARK_KEYED -> new PatchOp.RemoveKeyed(slot(), keys(), true);
      case FrameSyntax.REORDER_KEYED -> reorderKeyed();
      case FrameSyntax.REPLACE_SEGMENTS -> replaceSegments();
      case FrameSyntax.REPLACE -> replace();
      case FrameSyntax.REMOVE -> new PatchOp.Remove(slot());
      default -> {
        position--;
        throw error("'" + code + "' is no operation");
      }
    };
  }

  /** The slots may be those of a nested template: {@code 6:39.2=…|3=…}. */
  private PatchOp updateSegments() {
    Target first = slot();
    List<PatchOp.SlotText> texts = new ArrayList<>();
    texts.add(new PatchOp.SlotText(first.slot(), valueOfSlot()));
    while (peek() == FrameSyntax.FIELD) {
      position++;
      int slot = number();
      texts.add(new PatchOp.SlotText(slot, valueOfSlot()));
    }
    Target parent = first.parent();
    return new PatchOp.UpdateSegments(parent == null ? Target.PAGE : parent, texts);
  }

  private Text valueOfSlot() {
    expect(FrameSyntax.EQUALS);
    return text();
  }

  private PatchOp upsertKeyed() {
    Target list = slot();
    expect(FrameSyntax.FIELD);
    String before = peek() == FrameSyntax.FIELD ? null : key();
    expect(FrameSyntax.FIELD);
    String key = key();
    return new PatchOp.UpsertKeyed(list, before, key, values());
  }

  /** Without keys where the list now shows nothing. */
  private PatchOp reorderKeyed() {
    Target list = slot();
    return new PatchOp.ReorderKeyed(list, peek() == FrameSyntax.FIELD ? keys() : List.of());
  }

  private PatchOp replaceSegments() {
    Target target = peek() == FrameSyntax.FIELD ? Target.PAGE : slot();
    expect(FrameSyntax.FIELD);
    if (peek() != FrameSyntax.OPEN_NODE && peek() != FrameSyntax.OPEN_ITEMS) {
      throw error("expected a template or a list");
    }
    return new PatchOp.ReplaceSegments(target, content());
  }

  private PatchOp replace() {
    Target target = slot();
    expect(FrameSyntax.FIELD);
    if (content() instanceof TrustedHtml html) {
      return new PatchOp.Replace(target, html);
    }
    throw error("expected HTML");
  }

  private Target slot() {
    Target target = Target.PAGE.slot(number());
    while (true) {
      if (peek() == FrameSyntax.ITEM) {
        position++;
        target = target.item(key());
        expect(FrameSyntax.BELOW);
      } else if (peek() == FrameSyntax.BELOW) {
        position++;
      } else {
        return target;
      }
      target = target.slot(number());
    }
  }

  private List<String> keys() {
    expect(FrameSyntax.FIELD);
    List<String> keys = new ArrayList<>();
    keys.add(key());
    while (peek() == FrameSyntax.KEY) {
      position++;
      keys.add(key());
    }
    return keys;
  }

  private List<Content.Entry> fieldEntries() {
    expect(FrameSyntax.FIELD);
    return entries();
  }

  private List<Content.Entry> entries() {
    List<Content.Entry> entries = new ArrayList<>();
    entries.add(entry());
    while (peek() == FrameSyntax.ENTRY) {
      position++;
      entries.add(entry());
    }
    return entries;
  }

  private Content.Entry entry() {
    String key = key();
    return new Content.Entry(key, values());
  }

  /** The values that stand here; none where what they belong to has no slots. */
  private List<Content> values() {
    List<Content> values = new ArrayList<>();
    while (peek() == FrameSyntax.FIELD) {
      position++;
      values.add(content());
    }
    return values;
  }

  private Content content() {
    return switch (peek()) {
      case FrameSyntax.HTML -> {
        position++;
        yield new TrustedHtml(unescaped(FrameSyntax.IN_HTML));
      }
      case FrameSyntax.OPEN_NODE -> nested(this::node);
      case FrameSyntax.OPEN_ITEMS -> nested(this::items);
      default -> text();
    };
  }

  private Content nested(Supplier<Content> reader) {
    if (depth == MAX_DEPTH) {
      throw error("nested more than " + MAX_DEPTH + " deep");
    }
    depth++;
    position++;
    Content content = reader.get();
    depth--;
    return content;
  }

  private Content node() {
    int template = number();
    List<Content> values = values();
    expect(FrameSyntax.CLOSE_NODE);
    return new Content.Node(template, values);
  }

  private Content items() {
    int template = number();
    int limit = 0;
    if (peek() == FrameSyntax.KEY) {
      position++;
      limit = number();
      if (limit == 0) {
        throw error("a limit of 0");
      }
    }
    List<Content.Entry> entries = List.of();
    if (peek() == FrameSyntax.FIELD) {
      entries = fieldEntries();
    }
    expect(FrameSyntax.CLOSE_ITEMS);
    return new Content.Items(template, limit, entries);
  }

  private Text text() {
    return Text.of(unescaped(FrameSyntax.IN_TEXT));
  }

  private String key() {
    String key = unescaped(FrameSyntax.IN_KEY);
    if (key.isEmpty()) {
      throw error("an empty key");
    }
    return key;
  }

  private String unescaped(FrameSyntax.Escapes escapes) {
    StringBuilder out = new StringBuilder();
    while (true) {
      char c = peek();
      if (c == FrameSyntax.ESCAPE) {
        position++;
        out.append(escaped(escapes));
      } else if (c < 0x80 && escapes.has(c)) {
        return out.toString();
      } else {
        out.append(c);
      }
      position++;
    }
  }

  private char escaped(FrameSyntax.Escapes escapes) {
    char c = peek();
    if (c == FrameSyntax.ESCAPED_NEW_LINE) {
      return FrameSyntax.END_OF_LINE;
    }
    if (c >= 0x80 || c == FrameSyntax.END_OF_LINE || !escapes.has(c)) {
      throw error("'" + c + "' is never escaped here");
    }
    return c;
  }

  private int number() {
    int start = position;
    int number = 0;
    while (peek() >= '0' && peek() <= '9') {
      number = number * 10 + (peek() - '0');
      position++;
      if (position - start > 9) {
        throw error("a number of more than nine digits");
      }
    }
    if (position == start) {
      throw error("expected a number");
    }
    if (position - start > 1 && text.charAt(start) == '0') {
      throw error("a number with a zero in front");
    }
    return number;
  }

  private void expect(char expected) {
    if (peek() != expected) {
      throw error("expected " + name(expected) + ", found " + name(peek()));
    }
    position++;
  }

  private char peek() {
    if (position >= text.length()) {
      throw error("the frame is cut");
    }
    return text.charAt(position);
  }

  private static String name(char c) {
    return c == FrameSyntax.END_OF_LINE ? "the end of the line" : "'" + c + "'";
  }

  private FrameException error(String reason) {
    return new FrameException(byteOffset(text, position), reason);
  }

  private static int byteOffset(String text, int position) {
    return text.substring(0, position).getBytes(StandardCharsets.UTF_8).length;
  }
}
