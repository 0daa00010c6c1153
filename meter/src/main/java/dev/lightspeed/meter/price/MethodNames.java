package dev.lightspeed.meter.price;

import org.objectweb.asm.Type;

/** Methods as their author knows them. */
public final class MethodNames {

  private static final String LAMBDA = "lambda$";

  private MethodNames() {}

  /** The name of a lambda in the method {@code within}, as the compiler would choose it. */
  public static String lambda(String within, String suffix) {
    String method = written(within);
    return LAMBDA
        + (method.equals("<init>") ? "new" : method.equals("<clinit>") ? "static" : method)
        + "$"
        + suffix;
  }

  /** The method in whose source {@code name} stands: a lambda's body is part of its method. */
  public static String written(String name) {
    if (name.startsWith(LAMBDA)) {
      int end = name.indexOf('$', LAMBDA.length());
      String method = end < 0 ? name : name.substring(LAMBDA.length(), end);
      return method.equals("new") ? "<init>" : method.equals("static") ? "<clinit>" : method;
    }
    return name;
  }

  /** The parameters in {@code descriptor} by simple names: {@code (int,String,byte[])}. */
  public static String parameters(String descriptor) {
    StringBuilder text = new StringBuilder("(");
    for (Type type : Type.getArgumentTypes(descriptor)) {
      String name = type.getClassName();
      text.append(text.length() == 1 ? "" : ",").append(name.substring(name.lastIndexOf('.') + 1));
    }
    return text.append(')').toString();
  }
}
