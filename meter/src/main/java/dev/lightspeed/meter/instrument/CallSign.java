package dev.lightspeed.meter.instrument;

import dev.lightspeed.meter.price.MethodNames;

/**
 * How a call is recognised in a class file. Written {@code java.lang.Math.random}; with {@code *}
 * for a class, any will do; {@code new} is the constructor; with simple names of parameters behind
 * it, {@code java.util.Random.new()}, only that overload.
 *
 * @param text how it is written
 * @param owner internal name of the class, or {@code *}
 * @param method its name in the class file
 * @param parameters with their brackets, or empty for any
 */
public record CallSign(String text, String owner, String method, String parameters) {

  /** The sign that {@code text} writes. */
  public static CallSign of(String text) {
    int bracket = text.indexOf('(');
    String name = bracket < 0 ? text : text.substring(0, bracket);
    int dot = name.lastIndexOf('.');
    String method = name.substring(dot + 1);
    return new CallSign(
        text,
        name.substring(0, dot).replace('.', '/'),
        method.equals("new") ? "<init>" : method,
        bracket < 0 ? "" : text.substring(bracket));
  }

  /** Whether it is a call of this method. */
  public boolean matches(String calledOwner, String calledMethod, String descriptor) {
    return method.equals(calledMethod)
        && (owner.equals("*") || owner.equals(calledOwner))
        && (parameters.isEmpty() || parameters.equals(MethodNames.parameters(descriptor)));
  }

  /** Class and method without packages, such as {@code Math.random}. */
  public String brief() {
    String name = text.indexOf('(') < 0 ? text : text.substring(0, text.indexOf('('));
    int dot = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
    return name.substring(dot + 1).replace('$', '.');
  }
}
