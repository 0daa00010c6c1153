package dev.lightspeed.meter.instrument;

import dev.lightspeed.meter.price.MethodNames;
import java.util.ArrayList;
import java.util.List;

/**
 * How a call is recognised in a class file, for what is inserted and for what is looked for.
 *
 * @param owner internal name of the class, or {@code *} for any
 * @param method its name in the class file
 * @param parameters simple names with their brackets, or empty for any
 */
public record CallSign(String owner, String method, String parameters) {

  /**
   * The signs that {@code lines} write: a class, and behind it methods of that class, {@code
   * java.util.Random new() nextInt}. With {@code *} for a class, any will do; {@code new} is the
   * constructor; with parameters behind it, only that overload.
   */
  public static List<CallSign> all(String... lines) {
    List<CallSign> signs = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      for (int i = 1; i < words.length; i++) {
        int bracket = words[i].indexOf('(');
        String method = bracket < 0 ? words[i] : words[i].substring(0, bracket);
        signs.add(
            new CallSign(
                words[0].replace('.', '/'),
                method.equals("new") ? "<init>" : method,
                bracket < 0 ? "" : words[i].substring(bracket)));
      }
    }
    return signs;
  }

  /** Whether it is a call of this method. */
  public boolean matches(String calledOwner, String calledMethod, String descriptor) {
    return method.equals(calledMethod)
        && (owner.equals("*") || owner.equals(calledOwner))
        && (parameters.isEmpty() || parameters.equals(MethodNames.parameters(descriptor)));
  }

  /** The sign as it is published, such as {@code Random.new()}. */
  public String inWords() {
    return inWords(owner, method) + parameters;
  }

  /** Class and method without packages, such as {@code Math.random}. */
  public static String inWords(String owner, String method) {
    return owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.')
        + "."
        + (method.equals("<init>") ? "new" : method);
  }
}
