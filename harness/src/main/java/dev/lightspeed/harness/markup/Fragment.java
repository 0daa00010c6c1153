package dev.lightspeed.harness.markup;

/**
 * Markup that is known to be harmless: an {@link HtmlWriter} has written it, or an author by hand.
 *
 * @param html the markup
 */
public record Fragment(String html) {}
