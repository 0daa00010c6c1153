package dev.lightspeed.meter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

class ClassFileEditsTest {

  /** Has constants of every length: texts, numbers, a long, a double, handles and a lambda. */
  static final class Subject {

    private Subject() {}

    static String text(long number) {
      List<Runnable> list = new ArrayList<>();
      list.add(() -> Other.run(0x1234_5678_9ABCL + number, 2.5, 3.5f, 1_000_000));
      return "made by " + Other.name() + list.size();
    }
  }

  static final class Other {

    private Other() {}

    static void run(long one, double two, float three, int four) {}

    static String name() {
      return Other.class.getName();
    }
  }

  @Test
  void aClassIsCalledByItsOtherNameAndTheRestIsTheSame() throws IOException {
    byte[] before = classFile();
    String other = Other.class.getName().replace('.', '/');

    byte[] after = ClassFileEdits.renamed(before, Map.of(other, "java/lang/X"));

    assertThat(owners(after))
        .isEqualTo(
            owners(before).stream().map(name -> name.equals(other) ? "java/lang/X" : name).toList())
        .contains("java/lang/X")
        .doesNotContain(other);
    assertThat(ClassFileEdits.renamed(after, Map.of("java/lang/X", other))).isEqualTo(before);
  }

  /** Has what is to be passed over: a field with a value, annotations, a loop, another hashCode. */
  static final class Hashed {

    private static final long SEED = 31;

    private final String text = "abc";

    static int hash(Object hashed) {
      return hashed.toString().length();
    }

    int hashCode(int seed) {
      return seed;
    }

    @Deprecated
    @Override
    public int hashCode() {
      long hash = SEED;
      for (int i = 0; i < text.length(); i++) {
        hash = hash * hashCode(i) + text.charAt(i);
      }
      return (int) hash;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Test
  void aMethodHandsItsObjectToAnotherAndTheRestIsTheSame() throws Exception {
    String name = Hashed.class.getName();
    byte[] before = classFile(Hashed.class);
    assertThat(defined(name, before).hashCode()).isNotEqualTo(3);

    byte[] after =
        ClassFileEdits.delegating(
            before, "hashCode", name.replace('.', '/'), "hash", "java/lang/Object");

    assertThat(defined(name, after).hashCode()).isEqualTo(3);
    assertThat(withoutHashCode(after)).isEqualTo(withoutHashCode(before));
  }

  /** An instance of the class, which the JVM has verified. */
  private static Object defined(String name, byte[] classFile) throws Exception {
    ClassLoader loader =
        new ClassLoader(null) {
          @Override
          protected Class<?> findClass(String wanted) {
            return defineClass(wanted, classFile, 0, classFile.length);
          }
        };
    Constructor<?> constructor = loader.loadClass(name).getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private static byte[] withoutHashCode(byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, 0);
    assertThat(
            node.methods.removeIf(
                method -> method.name.equals("hashCode") && method.desc.equals("()I")))
        .isTrue();
    ClassWriter writer = new ClassWriter(0);
    node.accept(writer);
    return writer.toByteArray();
  }

  @Test
  void whatIsNoClassFileIsRefused() throws IOException {
    byte[] wrong = classFile();
    wrong[10] = 99;

    assertThatThrownBy(() -> ClassFileEdits.renamed(wrong, Map.of()))
        .hasMessage("a class file has no constant 99");
  }

  private static byte[] classFile() throws IOException {
    return classFile(Subject.class);
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file))) {
      return in.readAllBytes();
    }
  }

  /** The owner of each method that is called, in the order of the code. */
  private static List<String> owners(byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, 0);
    List<String> owners = new ArrayList<>();
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof MethodInsnNode call) {
          owners.add(call.owner);
        }
      }
    }
    return owners;
  }
}
