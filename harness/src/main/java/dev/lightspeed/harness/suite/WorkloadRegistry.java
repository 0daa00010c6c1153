package dev.lightspeed.harness.suite;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.NearestWord;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every workload that can be named: the standard ones, and those that the class path offers as
 * services ({@code META-INF/services/dev.lightspeed.harness.workload.Workload}). Any other can be
 * had by the name of its class.
 */
public final class WorkloadRegistry {

  private WorkloadRegistry() {}

  /**
   * All workloads: the standard ones in their order, then the others by label.
   *
   * @throws InputException if a service cannot be loaded, its label is malformed, it has no pace,
   *     or two workloads share a label
   */
  public static List<Workload> all() {
    List<Workload> services = new ArrayList<>();
    try {
      ServiceLoader.load(Workload.class).forEach(workload -> services.add(checked(workload)));
    } catch (ServiceConfigurationError e) {
      throw new InputException("workloads: a service cannot be loaded: " + e.getMessage(), e);
    }
    return List.copyOf(byLabel(services).values());
  }

  /**
   * One workload.
   *
   * @param nameOrClass a label, or the full name of a class with a public constructor without
   *     parameters
   * @throws InputException if there is no such workload
   */
  public static Workload named(String nameOrClass) {
    List<Workload> all = all();
    for (Workload workload : all) {
      if (workload.label().equals(nameOrClass)) {
        return workload;
      }
    }
    Workload workload = checked(instance(nameOrClass, all));
    for (Workload other : all) {
      if (other.label().equals(label(workload)) && !className(other).equals(nameOrClass)) {
        throw taken(workload, other);
      }
    }
    return workload;
  }

  /** The standard workloads and {@code services} by label, in the order of {@link #all}. */
  static Map<String, Workload> byLabel(Collection<Workload> services) {
    List<Workload> sorted = new ArrayList<>(services);
    sorted.sort(
        Comparator.comparing(WorkloadRegistry::label).thenComparing(WorkloadRegistry::className));
    Map<String, Workload> workloads = new LinkedHashMap<>();
    for (Workload workload : StandardWorkload.values()) {
      workloads.put(workload.label(), workload);
    }
    for (Workload workload : sorted) {
      Workload other = workloads.putIfAbsent(workload.label(), workload);
      if (other != null) {
        throw taken(workload, other);
      }
    }
    return workloads;
  }

  private static Workload instance(String className, List<Workload> all) {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      Class<?> type = Class.forName(className, true, loader);
      if (!Workload.class.isAssignableFrom(type)) {
        throw new InputException(
            "workload '"
                + className
                + "': the class does not implement "
                + Workload.class.getName());
      }
      return (Workload) type.getConstructor().newInstance();
    } catch (ClassNotFoundException e) {
      throw unknown(className, all);
    } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
      throw new InputException(
          "workload '"
              + className
              + "': cannot be made, expected a public class with a public constructor without"
              + " parameters",
          e);
    } catch (InvocationTargetException | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new InputException("workload '" + className + "': cannot be made: " + cause, e);
    }
  }

  private static InputException unknown(String name, List<Workload> all) {
    List<String> known = all.stream().map(Workload::label).toList();
    return new InputException(
        NearestWord.unknown("workload", name, known)
            + ", or the name of a class on the class path");
  }

  private static InputException taken(Workload workload, Workload other) {
    return new InputException(
        "workloads: "
            + className(other)
            + " and "
            + className(workload)
            + " share the label '"
            + other.label()
            + "': rename one");
  }

  /** Refuses a workload that cannot say what it is called or how fast its users are. */
  private static Workload checked(Workload workload) {
    label(workload);
    answer(workload, "pace()", workload::pace);
    return workload;
  }

  private static String label(Workload workload) {
    String label = answer(workload, "label()", workload::label);
    try {
      return Scenario.requireLabel(label);
    } catch (IllegalArgumentException e) {
      throw new InputException(className(workload) + ": " + e.getMessage(), e);
    }
  }

  private static <T> T answer(Workload workload, String method, Supplier<@Nullable T> question) {
    T answer;
    try {
      answer = question.get();
    } catch (RuntimeException | LinkageError e) {
      throw new InputException(className(workload) + ": " + method + " threw " + e, e);
    }
    if (answer == null) {
      throw new InputException(className(workload) + ": " + method + " returned null");
    }
    return answer;
  }

  private static String className(Workload workload) {
    return workload instanceof Enum<?> constant
        ? constant.getDeclaringClass().getName() + "." + constant.name()
        : workload.getClass().getName();
  }
}
