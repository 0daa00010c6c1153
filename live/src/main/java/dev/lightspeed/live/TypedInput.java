package dev.lightspeed.live;

/**
 * What the user has just put into a form field, and so what the browser shows there whatever the
 * server has sent before. The differ sends the field's value back only if the server made something
 * else of it. Fields are {@code input} elements whose {@code value} is one slot, in the page, in a
 * template nested in it, or in the template of a list's items. In a template nested in an item,
 * they are looked at only when that item is another object than before.
 *
 * @param field the input's name
 * @param value what it shows
 */
public record TypedInput(String field, String value) {}
