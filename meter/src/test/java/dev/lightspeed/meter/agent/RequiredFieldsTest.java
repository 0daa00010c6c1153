package dev.lightspeed.meter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.meter.agent.RequiredFields.Required;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What the meter asks of a JDK before it starts. */
class RequiredFieldsTest {

  private static final String MATCHER = "java.util.regex.Matcher";

  @Test
  void this_jdk_has_them() {
    RequiredFields.check(RequiredFields.ALL);
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.regex.Matcher, first, long",
    "java.util.regex.Matcher, premier, int",
    "java.util.regex.Finder, first, int"
  })
  void what_is_missing_is_named(String owner, String name, String type) {
    assertThatThrownBy(() -> RequiredFields.check(List.of(new Required(owner, name, type))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the meter cannot start: it knows JDK 17 to 25, and in this one, "
                + Runtime.version()
                + ", "
                + owner
                + " has no field '"
                + type
                + " "
                + name
                + "'");
  }

  @Test
  void they_are_what_the_boot_class_reads() throws IOException {
    Set<String> required = new TreeSet<>();
    for (Required field : RequiredFields.ALL) {
      required.add(field.owner());
      required.add(field.name());
    }
    assertThat(namesInInitialiser("/dev/lightspeed/meter/boot/JdkFields")).isEqualTo(required);
  }

  private static Set<String> namesInInitialiser(String name) throws IOException {
    ClassNode node = new ClassNode();
    try (InputStream in = RequiredFieldsTest.class.getResourceAsStream(name + ".class")) {
      if (in == null) {
        throw new IllegalStateException(name);
      }
      new ClassReader(in).accept(node, 0);
    }
    Set<String> names = new TreeSet<>();
    for (MethodNode method : node.methods) {
      if (method.name.equals("<clinit>")) {
        for (AbstractInsnNode instruction : method.instructions) {
          if (instruction instanceof LdcInsnNode constant) {
            if (constant.cst instanceof String text) {
              names.add(text);
            } else if (constant.cst instanceof Type type && type.getClassName().equals(MATCHER)) {
              names.add(MATCHER);
            }
          }
        }
      }
    }
    return names;
  }
}
