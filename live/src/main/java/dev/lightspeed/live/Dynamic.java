package dev.lightspeed.live;

/**
 * What a slot of a template holds: text, trusted HTML, a nested template, a keyed list or a stream.
 * Immutable.
 */
public sealed interface Dynamic permits Text, TrustedHtml, Rendered, Keyed, Streamed {}
