package dev.lightspeed.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes HTML out of templates and values, escaping all that is not trusted. */
final class HtmlRenderer {

  private HtmlRenderer() {}

  static String html(Rendered page) {
    StringBuilder out = new StringBuilder();
    write(out, page, null);
    return out.toString();
  }

  private static void write(StringBuilder out, Rendered node, @Nullable String key) {
    Template template = node.template();
    for (int part = 0; part < template.partCount(); part++) {
      out.append(template.literal(part));
      int slot = template.slotAfter(part);
      if (slot == Template.KEY) {
        escape(out, keyOf(key));
      } else if (slot != Template.END) {
        write(out, node.value(slot));
      }
    }
  }

  private static void write(StringBuilder out, Dynamic value) {
    if (value instanceof Text text) {
      escape(out, text.value());
    } else if (value instanceof TrustedHtml html) {
      out.append(html.value());
    } else if (value instanceof Rendered node) {
      write(out, node, null);
    } else if (value instanceof Keyed<?> list) {
      writeItems(out, list.item(), list.shown());
    } else if (value instanceof Streamed<?> stream) {
      writeItems(out, stream);
    }
  }

  /** As a browser has it that gets the stream whole: the last items that the limit allows. */
  private static <T> void writeItems(StringBuilder out, Streamed<T> stream) {
    List<T> items = new ArrayList<>(stream.prepended());
    items.addAll(stream.appended());
    int first = Math.max(0, items.size() - stream.limit());
    writeItems(out, stream.item(), items.subList(first, items.size()));
  }

  @SuppressWarnings("unchecked") // a list's items are of its item template's type
  private static <T> void writeItems(StringBuilder out, ItemTemplate<T> item, List<?> items) {
    for (Object each : items) {
      write(out, item.render((T) each), item.key((T) each));
    }
  }

  static String keyOf(@Nullable String key) {
    if (key == null) {
      throw new IllegalArgumentException("template: {key} stands outside a list's item");
    }
    return key;
  }

  static void escape(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
