package dev.lightspeed.live;

/**
 * What the user has just put into a form field, and so what the browser shows there whatever the
 * server has sent before. The differ sends the field's value back only if the server made something
 * else of it.
 *
 * @param field the input's name
 * @param value what it shows
 */
public record TypedInput(String field, String value) {}
