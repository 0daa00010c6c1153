package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.Recording;
import dev.lightspeed.metered.UncountedSubjects;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Methods that leave no trace, however they end. */
class UncountedMethodTest {

  private static final String SUBJECTS = UncountedSubjects.class.getName();
  private static final String GENERATED = "Generated";

  /** A call while a class is initialised is counted; what the initialiser does is not. */
  @ParameterizedTest
  @CsvSource({
    // getstatic (2), ireturn
    "working, 3, false",
    "working, 3, true",
    "failing, 3, false",
    "failing, 3, true",
    // getstatic (2), arraylength (2), ireturn
    "catching, 5, false",
    "catching, 5, true"
  })
  void an_initialiser_leaves_no_trace(String method, long units, boolean attributing)
      throws Exception {
    Rules rules = PlainRules.portable().with(false, attributing);
    Class<?> type =
        new InstrumentingLoader(rules, name -> name.startsWith(SUBJECTS)).loadClass(SUBJECTS);
    assertThat(count(type, method, new Object[0])).isEqualTo(new Metered.Count(units, 0));
  }

  /** Constructors are out of a handler's reach until they have called super. */
  @ParameterizedTest
  @CsvSource({"1, 5", "1, 17", "0, 5", "0, 17", "-1, 5", "-1, 17"})
  void a_method_leaves_no_trace(int argument, int release) throws Exception {
    InstrumentingLoader loader =
        new InstrumentingLoader(name -> false).withPlain(GENERATED, uncounted(44 + release));
    Class<?> type = Class.forName(GENERATED, true, loader);
    assertThat(count(type, "run", argument)).isEqualTo(new Metered.Count(0, 0));
  }

  private static Metered.Count count(Class<?> type, String method, Object... arguments)
      throws Exception {
    return Metered.onThread(
        () -> {
          Recording record = new Recording();
          Metered.thread().node = record.node();
          Metered.Count count =
              Metered.counted(
                  () -> {
                    try {
                      Object unused = new Metered(type).result(method, arguments);
                      return true;
                    } catch (InvocationTargetException e) {
                      return false;
                    }
                  });
          assertThat(Metered.thread().node).isSameAs(record.node());
          return count;
        });
  }

  /**
   * {@code static int run(int n) { return new Generated(n).n; }}, whose constructor divides by
   * {@code n} and makes an array of that size, each method both counted and made to leave no trace.
   */
  private static byte[] uncounted(int version) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(version, Opcodes.ACC_PUBLIC, GENERATED, null, "java/lang/Object", null);
    writer.visitField(0, "n", "I", null, null);
    MethodVisitor run =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", "(I)I", null, null);
    run.visitCode();
    run.visitTypeInsn(Opcodes.NEW, GENERATED);
    run.visitInsn(Opcodes.DUP);
    run.visitVarInsn(Opcodes.ILOAD, 0);
    run.visitMethodInsn(Opcodes.INVOKESPECIAL, GENERATED, "<init>", "(I)V", false);
    run.visitFieldInsn(Opcodes.GETFIELD, GENERATED, "n", "I");
    run.visitInsn(Opcodes.IRETURN);
    run.visitMaxs(3, 1);
    run.visitEnd();
    MethodVisitor init = writer.visitMethod(0, "<init>", "(I)V", null, null);
    Label positive = new Label();
    init.visitCode();
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    init.visitVarInsn(Opcodes.ILOAD, 1);
    init.visitJumpInsn(Opcodes.IFGT, positive);
    init.visitInsn(Opcodes.NOP);
    init.visitLabel(positive);
    if (version > Opcodes.V1_5) {
      init.visitFrame(
          Opcodes.F_FULL, 2, new Object[] {GENERATED, Opcodes.INTEGER}, 0, new Object[0]);
    }
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitInsn(Opcodes.ICONST_1);
    init.visitVarInsn(Opcodes.ILOAD, 1);
    init.visitInsn(Opcodes.IDIV);
    init.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_INT);
    init.visitInsn(Opcodes.ARRAYLENGTH);
    init.visitFieldInsn(Opcodes.PUTFIELD, GENERATED, "n", "I");
    init.visitInsn(Opcodes.RETURN);
    init.visitMaxs(3, 2);
    init.visitEnd();
    writer.visitEnd();
    return leavingNoTrace(counted(writer.toByteArray()));
  }

  private static byte[] counted(byte[] classFile) {
    byte[] counted = new ClassInstrumenter(PlainRules.portable()).instrument(classFile, null);
    if (counted == null) {
      throw new IllegalStateException("nothing to count");
    }
    return counted;
  }

  private static byte[] leavingNoTrace(byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
    Rules rules = PlainRules.portable().with(false, true);
    for (MethodNode method : node.methods) {
      new UncountedMethod(method, node.version & 0xFFFF, rules).forgetWhatRuns();
    }
    ClassWriter writer = new ClassWriter(0);
    node.accept(writer);
    return writer.toByteArray();
  }
}
