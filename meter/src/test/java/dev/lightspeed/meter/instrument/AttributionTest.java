package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.CallTree;
import dev.lightspeed.meter.Recording;
import dev.lightspeed.metered.AttributionSubjects;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Call paths: which there are, what each has, and that they add up to what the thread counted,
 * which {@link Metered#recorded} checks of every call here.
 */
class AttributionTest {

  private static final String SUBJECTS = AttributionSubjects.class.getName();

  /** How deep call paths are at most, the event's root not counted. */
  private static final int MAX_DEPTH = 512;

  private static final String LEAF = "leaf 2";

  private final Rules rules = PlainRules.portable().with(false, true);
  private final Metered subjects = new Metered(load(SUBJECTS));

  private Class<?> load(String name) {
    try {
      return new InstrumentingLoader(rules, n -> n.startsWith(SUBJECTS))
          .with("Huge", hugeClass())
          .with("Refusing", refusingClass())
          .loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private CallTree recorded(String method, @Nullable Object... arguments) throws Exception {
    return subjects.recorded(rules, method, arguments);
  }

  /** A line for each call path below the root: indented by depth, name of the method, own units. */
  private static List<String> lines(CallTree tree) {
    List<String> lines = new ArrayList<>();
    tree.children().forEach(child -> addLines(child, "", lines));
    return lines;
  }

  private static void addLines(CallTree tree, String indent, List<String> lines) {
    String method = tree.frame().substring(0, tree.frame().indexOf('('));
    String name = method.substring(method.lastIndexOf('.') + 1);
    String owner = method.substring(0, method.lastIndexOf('.'));
    String type = owner.substring(owner.lastIndexOf('.') + 1);
    lines.add(indent + (name.equals("<init>") ? type : name) + " " + tree.units());
    tree.children().forEach(child -> addLines(child, indent + "  ", lines));
  }

  @Test
  void a_method_that_calls_nothing_has_what_it_did_however_it_went() throws Exception {
    // iload, ifle; iconst; ireturn. aload, iload, iaload (2), ireturn
    assertThat(lines(recorded("leaves", 0)))
        .containsExactly("leaves 23", "  branching 4", "  catching 5");
    // iload, ifle; iload, iconst, iadd, goto; ireturn. The same, and astore, iconst, ireturn
    assertThat(lines(recorded("leaves", 5)))
        .containsExactly("leaves 23", "  branching 7", "  catching 8");
  }

  @Test
  void a_recursion_is_a_path() throws Exception {
    // iload, ifne; iconst, goto | iconst, iload, iconst, isub, invokestatic (4), iadd; ireturn
    assertThat(lines(recorded("recursion", 2)))
        .containsExactly("recursion 12", "  recursion 12", "    recursion 5");
  }

  @ParameterizedTest
  @ValueSource(ints = {MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 1, 1_500})
  void a_recursion_deeper_than_the_tree_goes_on_at_its_bottom(int depth) throws Exception {
    List<String> lines = lines(recorded("recursion", depth));
    int deepest = Math.min(depth + 1, MAX_DEPTH);
    assertThat(lines).hasSize(deepest);
    int below = depth + 1 - deepest;
    assertThat(lines.get(deepest - 1).strip()).isEqualTo("recursion " + (5 + 12 * below));
    assertThat(lines.get(deepest - 2).strip()).isEqualTo("recursion 12");
  }

  @Test
  void what_comes_behind_a_deep_recursion_is_where_it_was_called() throws Exception {
    CallTree tree = recorded("recursionThenLeaf", 2_000);
    List<String> lines = lines(tree);
    // Beyond the bottom both methods stand side by side.
    assertThat(lines).hasSize(MAX_DEPTH + 2);
    assertThat(lines.get(0)).startsWith("recursionThenLeaf ");
    assertThat(lines.get(lines.size() - 1)).isEqualTo("  " + LEAF);
    assertThat(lines.subList(lines.size() - 3, lines.size() - 1))
        .allMatch(line -> line.indexOf(line.strip()) == 2 * (MAX_DEPTH - 1))
        .anyMatch(line -> line.strip().startsWith("even "))
        .anyMatch(line -> line.strip().startsWith("odd "));
  }

  @Test
  void an_exception_that_nobody_catches_leaves_every_frame() throws Exception {
    // iconst, invokestatic (4), pop, invokestatic (4), iconst, invokestatic (4), iadd, ireturn
    // new (10), dup, invokespecial (4), athrow (20)
    assertThat(lines(recorded("uncaught"))).containsExactly("uncaught 17", "  fail 35", "  leaf 2");
  }

  @Test
  void an_exception_leads_back_to_the_frame_that_catches_it() throws Exception {
    List<String> lines = lines(recorded("thrownFromDeep", 120));
    assertThat(lines).hasSize(1 + 121 + 1 + 1 + 1);
    assertThat(lines.get(0)).startsWith("thrownFromDeep ");
    // Both calls of the outermost, and that of the frame of depth 50 on the way
    assertThat(lines.get(lines.size() - 1)).isEqualTo("  leaf 4");
    assertThat(lines).filteredOn(line -> line.contains("fail 35")).hasSize(1);
    String inFinally = lines.stream().filter(l -> l.endsWith(" " + LEAF)).findFirst().orElseThrow();
    assertThat(inFinally.indexOf(LEAF)).isEqualTo(2 * (1 + 120 - 50 + 1));
  }

  @Test
  void an_exception_leads_back_from_below_the_bottom_of_the_tree() throws Exception {
    List<String> lines = lines(recorded("thrownFromDeep", 1_000));
    assertThat(lines.get(lines.size() - 1)).isEqualTo("  leaf 4");
  }

  @Test
  void constructors_call_before_and_behind_that_of_their_superclass() throws Exception {
    // Twice new (10), dup, iconst, invokespecial (4), getfield (2); iadd, ireturn
    // aload, iload, ifle; iload, invokestatic (4), goto | iload, ineg, invokestatic (4);
    // invokespecial (4), iload, invokestatic (4), pop, return
    // aload, invokespecial (4), aload, iload, invokestatic (4), putfield (2), return
    assertThat(lines(recorded("constructors")))
        .containsExactly(
            "constructors 38",
            "  AttributionSubjects$Sub 40",
            "    AttributionSubjects$Base 28",
            "      leaf 4",
            "    leaf 8");
    // new (10), dup, ldc, invokespecial (4), getfield (2), ireturn; astore, iconst,
    // invokestatic (4), ireturn
    // aload, aload, invokevirtual (5), invokestatic (4), invokespecial (4), invokestatic (4), pop,
    // return
    assertThat(lines(recorded("throwingConstructor")))
        .containsExactly(
            "throwingConstructor 26",
            "  AttributionSubjects$Sub 21",
            "    AttributionSubjects$Base 14",
            "      leaf 2",
            "    fail 35",
            "    leaf 2",
            "  leaf 2");
  }

  @Test
  void initialisers_are_on_no_path_even_if_they_fail() throws Exception {
    // getstatic (2), istore; iload, getstatic (2), iadd, istore, goto; astore, iload, iconst,
    // invokestatic (4), iadd, istore; iload, iconst, invokestatic (4), iadd, ireturn
    assertThat(lines(recorded("initialisers"))).containsExactly("initialisers 26", "  leaf 4");
  }

  @Test
  void a_lambda_is_the_method_that_the_compiler_made_of_it() throws Exception {
    // iload, invokedynamic (5), astore; twice aload, invokeinterface (6); iadd, ireturn
    assertThat(lines(recorded("lambdas", 3)))
        .containsExactly("lambdas 23", "  lambda$lambdas$0 12", "    leaf 4");
  }

  @Test
  void monitors_are_left_with_their_frames() throws Exception {
    List<String> lines = lines(recorded("monitors"));
    assertThat(lines.get(0)).startsWith("monitors ");
    assertThat(lines.subList(1, lines.size()))
        .containsExactly("  fail 35", "  leaf 2", "  synchronizedMethod 12", "    leaf 4");
  }

  @Test
  void what_runs_while_nothing_is_recorded_is_counted_all_the_same() throws Exception {
    long whole = recorded("around", (Runnable) () -> {}).totalUnits();
    Recording record = new Recording();
    Metered.Count count =
        Metered.onThread(
            () ->
                Metered.counted(
                    () ->
                        subjects
                            .method("around")
                            .invoke(null, (Runnable) () -> Metered.thread().node = record.node())));
    assertThat(count.units()).isEqualTo(whole);
    // The method was entered before: only what it calls is recorded.
    assertThat(lines(record.tree(rules))).containsExactly(LEAF);
  }

  @Test
  void a_record_that_is_taken_away_misses_what_comes_then() throws Exception {
    Recording record = new Recording();
    long whole = recorded("around", (Runnable) () -> {}).totalUnits();
    Metered.Count count =
        Metered.onThread(
            () -> {
              Metered.thread().node = record.node();
              return Metered.counted(
                  () ->
                      subjects
                          .method("around")
                          .invoke(null, (Runnable) () -> Metered.thread().node = null));
            });
    assertThat(count.units()).isEqualTo(whole);
    assertThat(record.tree(rules).totalUnits()).isEqualTo(whole - 2);
  }

  @Test
  void a_method_too_large_to_count_by_block_has_its_place_too() throws Exception {
    Metered huge = new Metered(load("Huge"));
    // All of it once: invokestatic (4), pop, iload, ifeq, invokestatic (4), pop, goto, pop; 9000
    // times iload, ifge, iconst, pop; invokestatic (4), pop, iload, ireturn
    assertThat(lines(huge.recorded(rules, "run", 0))).containsExactly("run 36021", "  leaf 4");
    // iconst, iconst, idiv (8), ireturn
    assertThat(lines(huge.recorded(rules, "run", 1)))
        .containsExactly("run 36021", "  fail 11", "  leaf 4");
  }

  /** Too large once it counts: calls, fails unless its argument is 0, catches that, calls. */
  private static byte[] hugeClass() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Huge", null, "java/lang/Object", null);
    MethodVisitor run = start(writer, "run", "(I)I");
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    Label behind = new Label();
    run.visitTryCatchBlock(start, end, handler, "java/lang/ArithmeticException");
    call(run, "leaf");
    run.visitLabel(start);
    run.visitVarInsn(Opcodes.ILOAD, 0);
    run.visitJumpInsn(Opcodes.IFEQ, behind);
    call(run, "fail");
    run.visitLabel(end);
    run.visitJumpInsn(Opcodes.GOTO, behind);
    run.visitLabel(handler);
    run.visitInsn(Opcodes.POP);
    run.visitLabel(behind);
    for (int i = 0; i < 9_000; i++) {
      Label next = new Label();
      run.visitVarInsn(Opcodes.ILOAD, 0);
      run.visitJumpInsn(Opcodes.IFGE, next);
      run.visitInsn(Opcodes.NOP);
      run.visitInsn(Opcodes.ICONST_0);
      run.visitInsn(Opcodes.POP);
      run.visitLabel(next);
    }
    call(run, "leaf");
    run.visitVarInsn(Opcodes.ILOAD, 0);
    end(run);
    MethodVisitor leaf = start(writer, "leaf", "()I");
    leaf.visitInsn(Opcodes.ICONST_1);
    end(leaf);
    MethodVisitor fail = start(writer, "fail", "()I");
    fail.visitInsn(Opcodes.ICONST_1);
    fail.visitInsn(Opcodes.ICONST_0);
    fail.visitInsn(Opcodes.IDIV);
    end(fail);
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** Javac makes no such constructor, but bytecode may. */
  @Test
  void a_constructor_that_calls_nothing_has_its_place_too() throws Exception {
    Metered refusing = new Metered(load("Refusing"));
    // new (10), dup, iload, invokespecial (4), pop, goto; pop; iload, ireturn
    // iload, ifle; aconst_null, athrow (20)
    assertThat(lines(refusing.recorded(rules, "run", 0)))
        .containsExactly("run 21", "  Refusing 23");
    // The same, and iinc
    assertThat(lines(refusing.recorded(rules, "run", 1)))
        .containsExactly("run 21", "  Refusing 24");
  }

  /** Its constructor branches, and throws before it has called that of its superclass. */
  private static byte[] refusingClass() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Refusing", null, "java/lang/Object", null);
    MethodVisitor constructor = writer.visitMethod(0, "<init>", "(I)V", null, null);
    Label refuse = new Label();
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ILOAD, 1);
    constructor.visitJumpInsn(Opcodes.IFLE, refuse);
    constructor.visitIincInsn(1, 1);
    constructor.visitLabel(refuse);
    constructor.visitInsn(Opcodes.ACONST_NULL);
    constructor.visitInsn(Opcodes.ATHROW);
    constructor.visitMaxs(0, 0);
    constructor.visitEnd();
    MethodVisitor run = start(writer, "run", "(I)I");
    Label start = new Label();
    Label end = new Label();
    Label behind = new Label();
    run.visitTryCatchBlock(start, end, end, "java/lang/NullPointerException");
    run.visitLabel(start);
    run.visitTypeInsn(Opcodes.NEW, "Refusing");
    run.visitInsn(Opcodes.DUP);
    run.visitVarInsn(Opcodes.ILOAD, 0);
    run.visitMethodInsn(Opcodes.INVOKESPECIAL, "Refusing", "<init>", "(I)V", false);
    run.visitInsn(Opcodes.POP);
    run.visitJumpInsn(Opcodes.GOTO, behind);
    run.visitLabel(end);
    run.visitInsn(Opcodes.POP);
    run.visitLabel(behind);
    run.visitVarInsn(Opcodes.ILOAD, 0);
    end(run);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static MethodVisitor start(ClassWriter writer, String name, String descriptor) {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    MethodVisitor code = writer.visitMethod(access, name, descriptor, null, null);
    code.visitCode();
    return code;
  }

  private static void call(MethodVisitor code, String name) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, "Huge", name, "()I", false);
    code.visitInsn(Opcodes.POP);
  }

  private static void end(MethodVisitor code) {
    code.visitInsn(Opcodes.IRETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  @Test
  void a_limit_that_breaks_leaves_every_frame() throws Exception {
    long whole = recorded("work", 700).totalUnits();
    for (long limit : new long[] {0, 1, 100, whole / 2, whole - 1}) {
      Recording record = new Recording();
      Metered.Count count =
          Metered.onThread(
              () -> {
                Metered.thread().node = record.node();
                Metered.thread().limit(limit);
                return Metered.counted(
                    () -> {
                      try {
                        return subjects.method("work").invoke(null, 700);
                      } catch (ReflectiveOperationException e) {
                        return e;
                      }
                    });
              });
      assertThat(record.tree(rules).totalUnits()).isEqualTo(count.units()).isGreaterThan(limit);
    }
  }

  @Test
  void two_threads_record_each_for_itself() throws Exception {
    CallTree alone = recorded("work", 700);
    CyclicBarrier together = new CyclicBarrier(2);
    List<FutureTask<CallTree>> tasks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      FutureTask<CallTree> task =
          new FutureTask<>(
              () -> {
                together.await();
                return recorded("work", 700);
              });
      tasks.add(task);
      new Thread(task).start();
    }
    for (FutureTask<CallTree> task : tasks) {
      assertThat(task.get()).isEqualTo(alone);
    }
    assertThat(alone.plus(alone).totalUnits()).isEqualTo(2 * alone.totalUnits());
  }
}
