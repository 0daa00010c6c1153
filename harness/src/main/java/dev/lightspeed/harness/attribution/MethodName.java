package dev.lightspeed.harness.attribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A frame as people read it. {@code com.example.Cart$Line.add(Ljava/lang/String;I)Z} is {@code
 * Cart.Line.add} for short and {@code com.example.Cart.Line.add(java.lang.String, int)} in full; a
 * constructor is {@code new Cart.Line}. Anything that is no method stays as it is.
 */
public final class MethodName {

  private static final List<String> JDK =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.w3c.dom.", "org.xml.sax.");

  private static final Pattern NESTED = Pattern.compile("(?<=[A-Za-z0-9_])\\$(?=[A-Za-z_])");

  private final String frame;
  private final String owner;
  private final String method;
  private final List<String> parameters;
  private final String result;

  private MethodName(
      String frame, String owner, String method, List<String> parameters, String result) {
    this.frame = frame;
    this.owner = owner;
    this.method = method;
    this.parameters = parameters;
    this.result = result;
  }

  /** The name of {@code frame}. */
  public static MethodName of(String frame) {
    int open = frame.indexOf('(');
    int dot = frame.lastIndexOf('.', Math.max(open, 0));
    int close = frame.indexOf(')', Math.max(open, 0));
    if (dot <= 0 || close < 0) {
      return new MethodName(frame, "", frame, List.of(), "");
    }
    return new MethodName(
        frame,
        frame.substring(0, dot),
        frame.substring(dot + 1, open),
        types(frame.substring(open + 1, close)),
        String.join("", types(frame.substring(close + 1))));
  }

  /** Whether the frame is a method, and not a workload or an event type. */
  public boolean isMethod() {
    return !owner.isEmpty();
  }

  /** Whether the method is the JDK's own. */
  public boolean isJdk() {
    return JDK.stream().anyMatch(owner::startsWith);
  }

  /** The class, such as {@code com.example.Cart$Line}; empty for what is no method. */
  public String owner() {
    return owner;
  }

  /** Class and method, such as {@code Cart.Line.add}. */
  public String brief() {
    return isMethod() ? named(simple(owner)) : frame;
  }

  /** The method alone, such as {@code add}, or {@code new Cart.Line}. */
  public String method() {
    return isMethod() && !method.equals("<init>") ? method : brief();
  }

  /** Class, method and parameters, such as {@code Cart.Line.add(String, int)}. */
  public String withParameters() {
    return isMethod() ? brief() + parameters(MethodName::simple) : frame;
  }

  /** All of it, such as {@code com.example.Cart.Line.add(java.lang.String, int)}. */
  public String full() {
    return isMethod() ? named(readable(owner)) + parameters(MethodName::readable) : frame;
  }

  /** The shortest form of each frame that no other of them has. */
  public static Map<String, String> distinct(Collection<String> frames) {
    Map<String, String> names = new TreeMap<>();
    List<String> open = new ArrayList<>(new TreeSet<>(frames));
    List<Function<MethodName, String>> forms =
        List.of(
            MethodName::brief,
            MethodName::withParameters,
            // A bridge and its method are the same but for what they return.
            name -> name.withParameters() + ": " + simple(name.result),
            MethodName::full,
            name -> name.full() + ": " + readable(name.result));
    for (Function<MethodName, String> form : forms) {
      Map<String, Integer> uses = new TreeMap<>();
      open.forEach(frame -> uses.merge(form.apply(of(frame)), 1, Integer::sum));
      List<String> clashing = new ArrayList<>();
      for (String frame : open) {
        String name = form.apply(of(frame));
        if (uses.getOrDefault(name, 0) == 1) {
          names.put(frame, name);
        } else {
          clashing.add(frame);
        }
      }
      open = clashing;
    }
    open.forEach(frame -> names.put(frame, frame));
    return names;
  }

  private String named(String type) {
    return method.equals("<init>") ? "new " + type : type + "." + method;
  }

  private String parameters(Function<String, String> form) {
    return "(" + String.join(", ", parameters.stream().map(form).toList()) + ")";
  }

  private static String simple(String type) {
    return readable(type.substring(type.lastIndexOf('.') + 1));
  }

  /** A dollar between two names of classes is written as a dot; others are part of the name. */
  private static String readable(String type) {
    return type.indexOf('$') < 0 ? type : NESTED.matcher(type).replaceAll(".");
  }

  /** The types of a descriptor, as the source spells them. */
  private static List<String> types(String descriptor) {
    List<String> types = new ArrayList<>();
    int at = 0;
    while (at < descriptor.length()) {
      int arrays = 0;
      while (at < descriptor.length() && descriptor.charAt(at) == '[') {
        arrays++;
        at++;
      }
      int end =
          at < descriptor.length() && descriptor.charAt(at) == 'L'
              ? descriptor.indexOf(';', at)
              : at;
      if (end < 0 || at >= descriptor.length()) {
        return List.of(descriptor);
      }
      String type =
          end > at
              ? descriptor.substring(at + 1, end).replace('/', '.')
              : primitive(descriptor.charAt(at));
      types.add(type + "[]".repeat(arrays));
      at = end + 1;
    }
    return types;
  }

  private static String primitive(char code) {
    return switch (code) {
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'D' -> "double";
      case 'F' -> "float";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'S' -> "short";
      case 'V' -> "void";
      case 'Z' -> "boolean";
      default -> String.valueOf(code);
    };
  }
}
