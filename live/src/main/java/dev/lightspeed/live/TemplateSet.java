package dev.lightspeed.live;

import java.util.List;

/**
 * All templates that a view may show, numbered in their order: the browser is told them once, when
 * the page is mounted, and frames name them by number. A constant of the view.
 */
public final class TemplateSet {

  private final Template[] templates;

  private TemplateSet(Template[] templates) {
    this.templates = templates;
  }

  /**
   * A set of these templates, of which the first is the page.
   *
   * @throws IllegalArgumentException if one is named twice
   */
  public static TemplateSet of(Template... templates) {
    TemplateSet set = new TemplateSet(templates.clone());
    for (int i = 0; i < templates.length; i++) {
      if (set.number(templates[i]) != i) {
        throw new IllegalArgumentException("template set: named twice: " + templates[i]);
      }
    }
    return set;
  }

  /** The templates, by number. */
  public List<Template> templates() {
    return List.of(templates);
  }

  int number(Template template) {
    for (int i = 0; i < templates.length; i++) {
      if (templates[i].isSame(template)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "template set: add this template to the view's TemplateSet: " + template);
  }
}
