package dev.lightspeed.live;

import java.util.Arrays;
import java.util.List;

/**
 * Writes a patch as a frame: UTF-8 text, a line an operation, closed by an empty line, so that a
 * cut frame is never a frame. The grammar is described in the project's docs/ARCHITECTURE.md;
 * {@link FrameDecoder} reads it.
 */
public final class FrameEncoder {

  private byte[] buffer = new byte[160];
  private int size;

  private FrameEncoder() {}

  /** The bytes of {@code patch}. */
  public static byte[] encode(Patch patch) {
    FrameEncoder encoder = new FrameEncoder();
    List<Template> definitions = patch.definitions();
    for (int i = 0; i < definitions.size(); i++) {
      encoder.definition(i, definitions.get(i));
    }
    List<PatchOp> ops = patch.ops();
    for (int i = 0; i < ops.size(); i++) {
      encoder.op(ops.get(i));
      encoder.put(FrameSyntax.END_OF_LINE);
    }
    encoder.put(FrameSyntax.END_OF_LINE);
    return Arrays.copyOf(encoder.buffer, encoder.size);
  }

  private void definition(int number, Template template) {
    put(FrameSyntax.DEFINE);
    put(number);
    put(FrameSyntax.FIELD);
    escaped(template.source(), FrameSyntax.IN_DEFINITION);
    put(FrameSyntax.END_OF_LINE);
  }

  private void op(PatchOp op) {
    if (op instanceof PatchOp.UpdateSegments update) {
      update(update);
    } else if (op instanceof PatchOp.Append append) {
      entries(FrameSyntax.APPEND, append.target(), append.entries());
    } else if (op instanceof PatchOp.Prepend prepend) {
      entries(FrameSyntax.PREPEND, prepend.target(), prepend.entries());
    } else if (op instanceof PatchOp.UpsertKeyed upsert) {
      upsert(upsert);
    } else if (op instanceof PatchOp.RemoveKeyed remove) {
      head(remove.park() ? FrameSyntax.PARK_KEYED : FrameSyntax.REMOVE_KEYED, remove.target());
      keys(remove.keys());
    } else if (op instanceof PatchOp.ReorderKeyed reorder) {
      head(FrameSyntax.REORDER_KEYED, reorder.target());
      keys(reorder.keys());
    } else if (op instanceof PatchOp.ReplaceSegments replace) {
      head(FrameSyntax.REPLACE_SEGMENTS, replace.target());
      put(FrameSyntax.FIELD);
      content(replace.content());
    } else if (op instanceof PatchOp.Replace replace) {
      head(FrameSyntax.REPLACE, replace.target());
      put(FrameSyntax.FIELD);
      content(replace.html());
    } else {
      head(FrameSyntax.REMOVE, op.target());
    }
  }

  private void head(char code, Target target) {
    put(code);
    target(target);
  }

  private void update(PatchOp.UpdateSegments update) {
    put(FrameSyntax.UPDATE_SEGMENTS);
    Target target = update.target();
    if (target.parent() != null) {
      target(target);
      put(FrameSyntax.BELOW);
    }
    List<PatchOp.SlotText> texts = update.texts();
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        put(FrameSyntax.FIELD);
      }
      put(texts.get(i).slot());
      put(FrameSyntax.EQUALS);
      escaped(texts.get(i).text().value(), FrameSyntax.IN_TEXT);
    }
  }

  private void upsert(PatchOp.UpsertKeyed upsert) {
    head(FrameSyntax.UPSERT_KEYED, upsert.target());
    put(FrameSyntax.FIELD);
    String before = upsert.before();
    if (before != null) {
      key(before);
    }
    put(FrameSyntax.FIELD);
    key(upsert.key());
    List<Content> values = upsert.values();
    if (values != null) {
      put(FrameSyntax.FIELD);
      values(values);
    }
  }

  private void entries(char code, Target target, List<Content.Entry> entries) {
    head(code, target);
    put(FrameSyntax.FIELD);
    entries(entries);
  }

  private void entries(List<Content.Entry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      if (i > 0) {
        put(FrameSyntax.ENTRY);
      }
      key(entries.get(i).key());
      List<Content> values = entries.get(i).values();
      if (!values.isEmpty()) {
        put(FrameSyntax.FIELD);
        values(values);
      }
    }
  }

  private void values(List<Content> values) {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        put(FrameSyntax.FIELD);
      }
      content(values.get(i));
    }
  }

  private void content(Content content) {
    if (content instanceof Text text) {
      escaped(text.value(), FrameSyntax.IN_TEXT);
    } else if (content instanceof TrustedHtml html) {
      put(FrameSyntax.HTML);
      escaped(html.value(), FrameSyntax.IN_HTML);
    } else if (content instanceof Content.Node node) {
      put(FrameSyntax.OPEN_NODE);
      put(node.template());
      if (!node.values().isEmpty()) {
        put(FrameSyntax.FIELD);
        values(node.values());
      }
      put(FrameSyntax.CLOSE_NODE);
    } else if (content instanceof Content.Items items) {
      items(items);
    }
  }

  private void items(Content.Items items) {
    put(FrameSyntax.OPEN_ITEMS);
    put(items.template());
    if (items.limit() > 0) {
      put(FrameSyntax.KEY);
      put(items.limit());
    }
    if (!items.entries().isEmpty()) {
      put(FrameSyntax.FIELD);
      entries(items.entries());
    }
    put(FrameSyntax.CLOSE_ITEMS);
  }

  private void target(Target target) {
    Target parent = target.parent();
    if (parent == null) {
      return;
    }
    if (parent.parent() != null) {
      target(parent);
      put(FrameSyntax.BELOW);
    }
    put(target.slot());
    String key = target.key();
    if (key != null) {
      put(FrameSyntax.ITEM);
      key(key);
    }
  }

  private void keys(List<String> keys) {
    for (int i = 0; i < keys.size(); i++) {
      put(i == 0 ? FrameSyntax.FIELD : FrameSyntax.KEY);
      key(keys.get(i));
    }
  }

  private void key(String key) {
    escaped(key, FrameSyntax.IN_KEY);
  }

  private void escaped(String text, FrameSyntax.Escapes escapes) {
    int length = text.length();
    ensure(length);
    byte[] bytes = buffer;
    int at = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || escapes.has(c)) {
        size = at;
        escapedRest(text, i, escapes);
        return;
      }
      bytes[at++] = (byte) c;
    }
    size = at;
  }

  /** The text from the first character on that is not one plain byte. */
  private void escapedRest(String text, int from, FrameSyntax.Escapes escapes) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        i = encoded(text, i);
      } else if (c == '\n') {
        put(FrameSyntax.ESCAPE);
        put(FrameSyntax.ESCAPED_NEW_LINE);
      } else {
        if (escapes.has(c)) {
          put(FrameSyntax.ESCAPE);
        }
        put(c);
      }
    }
  }

  /** One code point beyond ASCII in UTF-8; returns the index of its last char. */
  private int encoded(String text, int at) {
    int point = text.codePointAt(at);
    if (point < 0x800) {
      putByte(0xC0 | (point >> 6));
    } else if (point < 0x10000) {
      boolean alone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      int shown = alone ? 0xFFFD : point;
      putByte(0xE0 | (shown >> 12));
      putByte(0x80 | ((shown >> 6) & 0x3F));
      putByte(0x80 | (shown & 0x3F));
      return at;
    } else {
      putByte(0xF0 | (point >> 18));
      putByte(0x80 | ((point >> 12) & 0x3F));
      putByte(0x80 | ((point >> 6) & 0x3F));
    }
    putByte(0x80 | (point & 0x3F));
    return at + Character.charCount(point) - 1;
  }

  private void put(int number) {
    if (number < 10) {
      putByte('0' + number);
    } else {
      put(number / 10);
      putByte('0' + number % 10);
    }
  }

  private void put(char ascii) {
    putByte(ascii);
  }

  private void putByte(int value) {
    ensure(1);
    buffer[size++] = (byte) value;
  }

  private void ensure(int more) {
    if (size + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + more));
    }
  }
}
