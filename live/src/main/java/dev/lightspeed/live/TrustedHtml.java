package dev.lightspeed.live;

/**
 * HTML that goes into the page as it is. Only for markup that the application itself has made: text
 * that came from anywhere else belongs in {@link Text}.
 *
 * @param value the markup, never escaped
 */
public record TrustedHtml(String value) implements Dynamic, Content {}
