package dev.lightspeed.metered;

import dev.lightspeed.meter.Meter;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.Callable;
import javassist.ClassPool;
import javassist.CtClass;
import javassist.CtMethod;
import javassist.CtNewMethod;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.SuperMethodCall;
import net.bytebuddy.matcher.ElementMatchers;

/** Makes classes at run time, in the ways that frameworks do, and prints what a call counts. */
public final class GeneratedSubject {

  private GeneratedSubject() {}

  /** Some work, which a subclass may wrap. */
  public static class Work implements Callable<Object> {

    @Override
    public Object call() {
      int sum = 0;
      for (int i = 0; i < 1000; i++) {
        sum += i % 7;
      }
      return sum;
    }
  }

  /** What calls are handed to. */
  public static final class Interceptor {

    private Interceptor() {}

    /** Does the work. */
    public static Object call() {
      return new Work().call();
    }
  }

  /** Takes no arguments. */
  public static void main(String[] args) throws Exception {
    SecondCall.print("written", Work.class);
    SecondCall.print("copied by ByteBuddy", copy("Wrapped", ClassLoadingStrategy.Default.WRAPPER));
    ClassLoadingStrategy<ClassLoader> lookup =
        ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup());
    SecondCall.print("defined by a lookup", copy("Looked", lookup));
    SecondCall.print("wrapped by ByteBuddy", subclass(SuperMethodCall.INSTANCE));
    SecondCall.print("delegating by ByteBuddy", subclass(MethodDelegation.to(Interceptor.class)));
    SecondCall.print("copied by Javassist", copyByJavassist());
    SecondCall.print("compiled by Javassist", compiledByJavassist());
    System.out.println("not counted: " + Meter.require().uninstrumented());
  }

  private static String name(String simple) {
    return GeneratedSubject.class.getPackageName() + "." + simple;
  }

  private static Class<?> copy(String name, ClassLoadingStrategy<ClassLoader> strategy) {
    return loaded(new ByteBuddy().redefine(Work.class).name(name(name)).make(), strategy);
  }

  private static Class<?> subclass(Implementation call) {
    return loaded(
        new ByteBuddy()
            .subclass(Work.class)
            .method(ElementMatchers.named("call"))
            .intercept(call)
            .make(),
        ClassLoadingStrategy.Default.WRAPPER);
  }

  private static Class<?> loaded(
      DynamicType.Unloaded<?> made, ClassLoadingStrategy<ClassLoader> strategy) {
    return made.load(GeneratedSubject.class.getClassLoader(), strategy).getLoaded();
  }

  private static Class<?> copyByJavassist() throws Exception {
    CtClass copy;
    try (InputStream in =
        GeneratedSubject.class.getResourceAsStream("GeneratedSubject$Work.class")) {
      copy = ClassPool.getDefault().makeClass(in);
    }
    copy.setName(name("Copied"));
    return copy.toClass(GeneratedSubject.class);
  }

  private static Class<?> compiledByJavassist() throws Exception {
    CtClass made = ClassPool.getDefault().makeClass(name("Compiled"));
    made.addInterface(ClassPool.getDefault().get(Callable.class.getName()));
    CtMethod call =
        CtNewMethod.make(
            "public Object call() {"
                + " int sum = 0;"
                + " for (int i = 0; i < 1000; i++) { sum += i % 7; }"
                + " return Integer.valueOf(sum); }",
            made);
    made.addMethod(call);
    return made.toClass(GeneratedSubject.class);
  }
}
