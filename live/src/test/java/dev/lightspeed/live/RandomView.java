package dev.lightspeed.live;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A view with templates drawn at random, and a state that random edits change: every kind of slot,
 * lists in lists, parked items, streams, awkward characters.
 */
final class RandomView {

  private static final String[] AWKWARD = {
    "", "a", "plain words", "<b>&\"'", "|;{}[]<>,.:=\\", "two\nlines\r", "ä€😀", "n\\n", "=", "0"
  };
  private static final int STREAM_LIMIT = 5;

  /** An item of a list, with a list of its own. */
  record Item(String key, List<String> texts, List<Item> children) {}

  private final SplittableRandom random;
  private final Template page;
  private final Template panel;
  private final Template form;
  private final Template row;
  private final Template child;
  private final Template message;
  private final TemplateSet templates;
  private final ItemTemplate<Item> children;
  private final ItemTemplate<Item> rows;
  private final ItemTemplate<Item> messages;
  private int nextKey;

  private List<String> texts = new ArrayList<>();
  private String loose = "";
  private int looseKind;
  private int panelKind;
  private List<Item> population = new ArrayList<>();
  private List<Item> shown = new ArrayList<>();
  private boolean parks;
  private final List<Item> stream = new ArrayList<>();
  private Streamed<Item> streamed;

  RandomView(long seed) {
    random = new SplittableRandom(seed);
    page = template("<main>", 7, "</main>");
    panel = template("<section>", 2, "</section>");
    form = Template.parse("<input name=\"{name}\" value=\"{value}\">");
    row = template("<li id=\"r-{key}\" class=\"{0}\">", 3, "</li>");
    child = template("<i title=\"{0}\">", 2, "{key}</i>");
    message = template("<p>", 2, "</p>");
    templates = TemplateSet.of(page, panel, form, row, child, message);
    children = ItemTemplate.of(child, Item::key, each -> child.render(textsOf(each, 2)));
    rows = ItemTemplate.of(row, Item::key, this::row);
    messages = ItemTemplate.of(message, Item::key, each -> message.render(textsOf(each, 2)));
    streamed = Streamed.of(messages, STREAM_LIMIT);
    for (int i = 0; i < 8; i++) {
      texts.add(word());
      population.add(item());
    }
    shown = new ArrayList<>(population);
    parks = random.nextBoolean();
  }

  TemplateSet templates() {
    return templates;
  }

  /** A template of {@code slots} slots, in order, with literals between them. */
  private Template template(String open, int slots, String close) {
    StringBuilder source = new StringBuilder(open);
    for (int slot = 0; slot < slots; slot++) {
      source.append(random.nextBoolean() ? "<em>x</em>\n   " : "{{\\").append('{').append(slot);
      source.append(random.nextInt(4) == 0 ? "}{" + slot + "}" : "}");
    }
    return Template.parse(source + close);
  }

  private Rendered row(Item item) {
    Dynamic[] values = {
      Text.of(item.texts().get(0)),
      new TrustedHtml("<u>" + item.texts().get(1) + "</u>"),
      Keyed.of(children, item.children())
    };
    return row.render(values);
  }

  private static Dynamic[] textsOf(Item item, int count) {
    Dynamic[] values = new Dynamic[count];
    for (int i = 0; i < count; i++) {
      values[i] = Text.of(item.texts().get(i));
    }
    return values;
  }

  private String word() {
    return AWKWARD[random.nextInt(AWKWARD.length)];
  }

  private Item item() {
    String key = (random.nextInt(8) == 0 ? "k=,;.:|\\é" : "") + nextKey++;
    List<Item> nested = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0 && !key.startsWith("c"); i--) {
      nested.add(new Item("c" + nextKey++, List.of(word(), word()), List.of()));
    }
    return new Item(key, List.of(word(), word()), nested);
  }

  Rendered render() {
    return render(streamed);
  }

  /** The page as it would be mounted now. */
  Rendered fresh() {
    return render(Streamed.of(messages, STREAM_LIMIT).append(stream));
  }

  private Rendered render(Streamed<Item> messageStream) {
    Keyed<Item> list = Keyed.of(rows, List.copyOf(shown));
    return page.render(
        Text.of(texts.get(0)),
        loose(),
        panel(),
        parks ? list.parking(List.copyOf(population)) : list,
        messageStream,
        form.render(Text.of("field"), Text.of(texts.get(1))),
        Text.of(texts.get(2)));
  }

  private Dynamic loose() {
    return switch (looseKind) {
      case 0 -> Text.of(loose);
      case 1 -> new TrustedHtml("<s>" + loose + "</s>");
      case 2 -> panel.render(Text.of(loose), panel());
      default -> Keyed.of(messages, List.copyOf(shown.subList(0, Math.min(2, shown.size()))));
    };
  }

  private Dynamic panel() {
    return switch (panelKind) {
      case 0 -> panel.render(Text.of(texts.get(3)), Text.of(texts.get(4)));
      case 1 -> form.render(Text.of("other"), Text.of(texts.get(5)));
      default -> Text.EMPTY;
    };
  }

  /** One user's action: some of the state changes. */
  void edit() {
    streamed = Streamed.of(messages, STREAM_LIMIT);
    if (chance()) {
      stream();
    }
    for (int i = random.nextInt(4); i >= 0; i--) {
      switch (random.nextInt(8)) {
        case 0, 1 -> texts.set(random.nextInt(texts.size()), word());
        case 2 -> {
          loose = word();
          looseKind = random.nextInt(4);
        }
        case 3 -> panelKind = random.nextInt(3);
        case 4 -> changeItems();
        case 5 -> shuffle();
        case 6 -> filter();
        default -> population();
      }
    }
  }

  private void changeItems() {
    for (int i = 0; i < population.size(); i++) {
      if (random.nextInt(4) == 0) {
        Item old = population.get(i);
        List<Item> nested = new ArrayList<>(old.children());
        if (!nested.isEmpty() && random.nextBoolean()) {
          nested.remove(0);
        }
        Item changed = new Item(old.key(), List.of(word(), old.texts().get(1)), nested);
        population.set(i, changed);
        shown.replaceAll(each -> each.key().equals(changed.key()) ? changed : each);
      }
    }
  }

  private void shuffle() {
    int moves = random.nextBoolean() ? 1 : shown.size();
    for (int i = 0; i < moves && !shown.isEmpty(); i++) {
      Item moved = shown.remove(random.nextInt(shown.size()));
      shown.add(random.nextInt(shown.size() + 1), moved);
    }
  }

  private void filter() {
    int of = 1 + random.nextInt(4);
    shown = new ArrayList<>(population);
    shown.removeIf(each -> random.nextInt(of) > 0);
  }

  private void population() {
    if (random.nextBoolean() && !population.isEmpty()) {
      Item gone = population.remove(random.nextInt(population.size()));
      shown.removeIf(each -> each.key().equals(gone.key()));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      Item added = item();
      population.add(random.nextInt(population.size() + 1), added);
      shown.add(random.nextInt(shown.size() + 1), added);
    }
  }

  private void stream() {
    switch (random.nextInt(4)) {
      case 0 -> {
        List<Item> added = List.of(item(), item());
        stream.addAll(added);
        while (stream.size() > STREAM_LIMIT) {
          stream.remove(0);
        }
        streamed = streamed.append(added);
      }
      case 1 -> {
        List<Item> added = List.of(item(), item());
        stream.addAll(0, added);
        while (stream.size() > STREAM_LIMIT) {
          stream.remove(stream.size() - 1);
        }
        streamed = streamed.prepend(added);
      }
      case 2 -> {
        if (!stream.isEmpty()) {
          int at = random.nextInt(stream.size());
          Item edited = new Item(stream.get(at).key(), List.of(word(), word()), List.of());
          stream.set(at, edited);
          streamed = streamed.replace(List.of(edited));
        }
      }
      default -> {
        if (!stream.isEmpty()) {
          streamed = streamed.remove(List.of(stream.remove(0).key()));
        }
      }
    }
  }

  /** What the user types; the view keeps it, refuses it or makes something else of it. */
  TypedInput type() {
    TypedInput typed = new TypedInput("field", word());
    if (random.nextInt(3) > 0) {
      texts.set(1, random.nextBoolean() ? typed.value() : word());
    }
    return typed;
  }

  boolean chance() {
    return random.nextInt(4) == 0;
  }
}
