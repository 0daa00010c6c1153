package dev.lightspeed.live;

import java.util.List;

/**
 * What a browser shows, and how it changes: frames are applied to it, and users type into it. This
 * is the reference for a client: applying every frame to an empty page gives, each time, the HTML
 * that a fresh rendering gives. Immutable, so that a frame is applied whole or not at all.
 */
public final class Page {

  private static final Page EMPTY = new Page(List.of(), new PagePart.Leaf(Text.EMPTY));

  private final List<Template> templates;
  private final PagePart root;

  private Page(List<Template> templates, PagePart root) {
    this.templates = templates;
    this.root = root;
  }

  /** The page before anything was sent. */
  public static Page empty() {
    return EMPTY;
  }

  /**
   * The page after a frame.
   *
   * @throws FrameException if the frame is malformed, cut or does not fit this page, which is then
   *     what it was
   */
  public Page apply(byte[] frame) {
    FrameDecoder.Decoded decoded = FrameDecoder.decodeForPage(frame);
    Patch patch = decoded.patch();
    List<Template> known = patch.definitions().isEmpty() ? templates : patch.definitions();
    PagePatcher patcher = new PagePatcher(known, root);
    for (int i = 0; i < patch.ops().size(); i++) {
      try {
        patcher.apply(patch.ops().get(i));
      } catch (PagePatcher.Misfit misfit) {
        throw decoded.misfit(i, misfit.reason());
      }
    }
    return new Page(known, patcher.root());
  }

  /** The page after the user has put {@code typed} into a form field; as it was if it has none. */
  public Page type(TypedInput typed) {
    return new Page(templates, root.typed(typed, ""));
  }

  /** The page's HTML. */
  public String html() {
    StringBuilder out = new StringBuilder();
    root.write(out, "");
    return out.toString();
  }

  @Override
  public String toString() {
    return html();
  }
}
