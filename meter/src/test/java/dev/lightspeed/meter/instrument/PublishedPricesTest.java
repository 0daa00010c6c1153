package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.boot.Counting;
import dev.lightspeed.meter.boot.Sizes;
import dev.lightspeed.meter.price.Price;
import dev.lightspeed.meter.price.PriceTable;
import dev.lightspeed.meter.price.PublishedPrices;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Every row of the published table prices something, and its sizes can be had. */
class PublishedPricesTest {

  private static final String INSIDE = "# Inside the JDK";

  /** Makers of strings and arrays, which no class declares as the table names them. */
  private static final Set<String> PSEUDO =
      new TreeSet<>(List.of("unlisted", "java.lang.Object[]"));

  /** Methods that came with a JDK behind the oldest that runs this. */
  private static final Set<String> NEWER =
      new TreeSet<>(List.of("ceilDiv", "indexOf(int,int,int)", "indexOf(String,int,int)"));

  /**
   * A method of a class that a row names.
   *
   * @param name as the table writes it, with or without parameters
   */
  private record Row(int line, String owner, String name, boolean isInside) {

    @Override
    public String toString() {
      return "prices.txt:" + line + ": " + owner + "." + name;
    }
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    List<String> lines = PublishedPrices.lines();
    String folder = "";
    boolean isInside = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      isInside |= line.startsWith(INSIDE);
      if (line.startsWith("[")) {
        folder = line.equals("[]") ? "" : line.substring(1, line.length() - 1) + ".";
      } else if (!line.isBlank() && !line.startsWith("#")) {
        List<String> columns = Arrays.stream(line.split(" {2,}", -1)).map(String::strip).toList();
        for (String owner : columns.get(0).split(",", -1)) {
          for (String name : columns.get(1).split(" ", -1)) {
            rows.add(new Row(i + 1, folder + owner, name, isInside));
          }
        }
      }
    }
    return rows;
  }

  private static @Nullable Class<?> classOf(Row row) {
    try {
      return Class.forName(row.owner(), false, ClassLoader.getPlatformClassLoader());
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  /** A call that a row prices. */
  private static List<MethodInsnNode> calls(Row row) {
    Class<?> type = classOf(row);
    if (type == null) {
      return List.of();
    }
    List<MethodInsnNode> calls = new ArrayList<>();
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (row.isInside() || isVisible(constructor.getModifiers())) {
        add(
            calls,
            row,
            Opcodes.INVOKESPECIAL,
            "<init>",
            Type.getConstructorDescriptor(constructor));
      }
    }
    for (Method method : methods(type)) {
      boolean isStatic = Modifier.isStatic(method.getModifiers());
      if (!isStatic && isHelper(type)) {
        continue;
      }
      int opcode = isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL;
      if (row.isInside() || isVisible(method.getModifiers())) {
        add(calls, row, opcode, method.getName(), Type.getMethodDescriptor(method));
      }
    }
    return calls;
  }

  private static void add(
      List<MethodInsnNode> calls, Row row, int opcode, String name, String descriptor) {
    String parameters =
        Arrays.stream(Type.getArgumentTypes(descriptor))
            .map(Type::getClassName)
            .map(parameter -> parameter.substring(parameter.lastIndexOf('.') + 1))
            .collect(Collectors.joining(",", "(", ")"));
    if (row.name().equals(name) || row.name().equals(name + parameters)) {
      calls.add(new MethodInsnNode(opcode, slashed(row.owner()), name, descriptor, false));
    }
  }

  private static Set<Method> methods(Class<?> type) {
    Set<Method> methods = new LinkedHashSet<>(Arrays.asList(type.getMethods()));
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      methods.addAll(Arrays.asList(at.getDeclaredMethods()));
    }
    if (type.isInterface()) {
      methods.addAll(Arrays.asList(Object.class.getMethods()));
    }
    return methods;
  }

  /** A class without instances, which has no use for what it inherits from Object. */
  private static boolean isHelper(Class<?> type) {
    return !type.isInterface()
        && type.getConstructors().length == 0
        && Arrays.stream(type.getMethods())
            .filter(method -> method.getDeclaringClass() == type)
            .allMatch(method -> Modifier.isStatic(method.getModifiers()));
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String slashed(String name) {
    return name.replace('.', '/');
  }

  @Test
  void every_class_of_every_row_has_one_of_its_methods() {
    Set<String> missing = new TreeSet<>();
    Set<String> found = new TreeSet<>();
    for (Row row : rows()) {
      String name = "prices.txt:" + row.line() + ": " + row.owner();
      (exists(row) ? found : missing).add(name);
    }
    missing.removeAll(found);
    assertThat(missing).isEmpty();
  }

  @Test
  void every_method_of_every_row_is_one_of_its_classes() {
    Set<String> missing = new TreeSet<>();
    Set<String> found = new TreeSet<>();
    for (Row row : rows()) {
      String name = "prices.txt:" + row.line() + ": " + row.name();
      (exists(row) || NEWER.contains(row.name()) ? found : missing).add(name);
    }
    missing.removeAll(found);
    assertThat(missing).isEmpty();
  }

  private static boolean exists(Row row) {
    return PSEUDO.contains(row.owner())
        || row.isInside()
        || (row.name().equals("new") ? classOf(row) != null : !calls(row).isEmpty());
  }

  @Test
  void every_size_can_be_had_of_every_method_that_has_it_in_its_price() {
    List<String> unfit = new ArrayList<>();
    for (Row row : rows()) {
      for (MethodInsnNode call : calls(row)) {
        if (!row.isInside() && !PublishedPrices.fits(call)) {
          unfit.add(row + " " + call.desc);
        }
      }
    }
    assertThat(unfit).isEmpty();
  }

  @Test
  void what_instrumented_calls_ask_for_is_there() {
    List<String> missing = new ArrayList<>();
    for (Row row : rows()) {
      for (MethodInsnNode call : calls(row)) {
        Price price = PlainRules.with(PriceTable.INSTANCE).costs().price(call);
        if (price.isDynamic()) {
          boots(price, call).stream()
              .filter(boot -> !exists(boot))
              .forEach(boot -> missing.add(row + call.desc + ": " + boot.name + boot.desc));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** The calls of boot classes around {@code call} when it is instrumented. */
  private static List<MethodInsnNode> boots(Price price, MethodInsnNode call) {
    MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "m", "()V", null, null);
    method.instructions.add(call);
    method.instructions.add(new InsnNode(Opcodes.RETURN));
    Rules rules = PlainRules.with(PriceTable.INSTANCE);
    MethodEditor editor = new MethodEditor(method, Opcodes.V17, rules.boot().counting());
    new PricedCall(rules, editor, 0).count(price, new Ledger.OfThread(editor, true), -1);
    List<MethodInsnNode> boots = new ArrayList<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode boot && boot != call) {
        boots.add(boot);
      }
    }
    method.instructions.remove(call);
    return boots;
  }

  private static boolean exists(MethodInsnNode boot) {
    Class<?> owner = boot.owner.endsWith("Sizes") ? Sizes.class : Counting.class;
    return Arrays.stream(owner.getMethods())
        .anyMatch(
            method ->
                method.getName().equals(boot.name)
                    && Type.getMethodDescriptor(method).equals(boot.desc));
  }
}
