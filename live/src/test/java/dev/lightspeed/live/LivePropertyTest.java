package dev.lightspeed.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds for any view and any edits: the patched page is the page rendered afresh. */
final class LivePropertyTest {

  private static final int VIEWS = 200;
  private static final int EDITS = 60;

  @Test
  void patchesBuildTheFreshlyRenderedPage() {
    Set<String> kinds = new TreeSet<>();
    for (int seed = 0; seed < VIEWS; seed++) {
      RandomView view = new RandomView(seed);
      Differ differ = Differ.of(view.templates());
      Differ.Update update = differ.mount(view.fresh());
      Page page = Page.empty().apply(FrameEncoder.encode(update.patch()));
      assertThat(page.html()).as("mount of view %d", seed).isEqualTo(view.fresh().html());
      for (int edit = 0; edit < EDITS; edit++) {
        view.edit();
        TypedInput typed = view.chance() ? view.type() : null;
        if (typed != null) {
          page = page.type(typed);
        }
        update = differ.diff(update.sent(), view.render(), typed);
        update.patch().ops().forEach(op -> kinds.add(op.getClass().getSimpleName()));
        page = page.apply(FrameEncoder.encode(update.patch()));
        assertThat(page.html()).as("edit %d of view %d", edit, seed).isEqualTo(view.fresh().html());
      }
    }
    assertThat(kinds).as("kinds of operations seen").hasSize(9);
  }

  @Test
  void framesDecodeToThePatchThatWasEncoded() {
    for (int seed = 0; seed < VIEWS; seed++) {
      RandomView view = new RandomView(seed);
      Differ differ = Differ.of(view.templates());
      Differ.Update update = differ.mount(view.fresh());
      for (int edit = 0; edit < EDITS; edit++) {
        Patch decoded = FrameDecoder.decode(FrameEncoder.encode(update.patch()));
        assertThat(decoded.ops()).isEqualTo(update.patch().ops());
        assertThat(decoded.definitions())
            .extracting(Template::fingerprint)
            .isEqualTo(update.patch().definitions().stream().map(Template::fingerprint).toList());
        view.edit();
        update = differ.diff(update.sent(), view.render());
      }
    }
  }

  @Test
  void anUnchangedViewSendsNothing() {
    for (int seed = 0; seed < VIEWS; seed++) {
      RandomView view = new RandomView(seed);
      Differ differ = Differ.of(view.templates());
      Rendered sent = differ.mount(view.fresh()).sent();
      assertThat(differ.diff(sent, view.render()).patch().ops()).isEmpty();
    }
  }

  @Test
  void aCutFrameIsRefusedWhereverItIsCut() {
    for (int seed = 0; seed < 20; seed++) {
      RandomView view = new RandomView(seed);
      Differ differ = Differ.of(view.templates());
      Differ.Update update = differ.mount(view.fresh());
      for (int edit = 0; edit < 10; edit++) {
        byte[] frame = FrameEncoder.encode(update.patch());
        for (int length = 0; length < frame.length; length++) {
          byte[] cut = Arrays.copyOf(frame, length);
          assertThatThrownBy(() -> FrameDecoder.decode(cut))
              .as("the first %d bytes", length)
              .isInstanceOf(FrameException.class);
        }
        view.edit();
        update = differ.diff(update.sent(), view.render());
      }
    }
  }

  /** A damaged frame may happen to be another frame; it must never be anything but that. */
  @Test
  void aDamagedFrameIsRefusedOrIsAnotherFrame() {
    for (int seed = 0; seed < 20; seed++) {
      RandomView view = new RandomView(seed);
      Differ differ = Differ.of(view.templates());
      Differ.Update update = differ.mount(view.fresh());
      Page page = Page.empty().apply(FrameEncoder.encode(update.patch()));
      view.edit();
      byte[] frame = FrameEncoder.encode(differ.diff(update.sent(), view.render()).patch());
      for (int at = 0; at < frame.length; at++) {
        for (byte replacement : new byte[] {0, '|', '\n', '0', (byte) 0x80, (byte) 0xFF, ']'}) {
          byte[] damaged = frame.clone();
          damaged[at] = replacement;
          String before = page.html();
          try {
            Page after = page.apply(damaged);
            Patch patch = FrameDecoder.decode(damaged);
            assertThat(FrameEncoder.encode(patch))
                .as("only one way to write it")
                .isEqualTo(damaged);
            assertThat(after.html()).isNotNull();
          } catch (FrameException refused) {
            assertThat(refused.position()).isBetween(0, damaged.length);
          }
          assertThat(page.html()).as("the page itself").isEqualTo(before);
        }
      }
    }
  }
}
