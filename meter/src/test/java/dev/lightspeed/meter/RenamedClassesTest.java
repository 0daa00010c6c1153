package dev.lightspeed.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

class RenamedClassesTest {

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

    byte[] after = RenamedClasses.in(before, name -> name.equals(other) ? "java/lang/X" : name);

    assertThat(owners(after))
        .isEqualTo(
            owners(before).stream().map(name -> name.equals(other) ? "java/lang/X" : name).toList())
        .contains("java/lang/X")
        .doesNotContain(other);
    assertThat(RenamedClasses.in(after, name -> name.equals("java/lang/X") ? other : name))
        .isEqualTo(before);
  }

  @Test
  void whatIsNoClassFileIsRefused() throws IOException {
    byte[] wrong = classFile();
    wrong[10] = 99;

    assertThatThrownBy(() -> RenamedClasses.in(wrong, name -> name))
        .hasMessage("a class file has no constant 99");
  }

  private static byte[] classFile() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            Subject.class.getResourceAsStream("RenamedClassesTest$Subject.class"))) {
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
