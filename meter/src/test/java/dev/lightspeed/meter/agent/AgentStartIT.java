package dev.lightspeed.meter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.agent.FreshJvm.Ended;
import dev.lightspeed.metered.AgentSubject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The packaged agent where it cannot start: one line says why, and the program does not run. */
class AgentStartIT {

  @TempDir private Path folder;

  @Test
  void an_option_that_nobody_knows_is_named() throws Exception {
    assertThat(startWith("instrument=some"))
        .isEqualTo(
            refusal(
                "the meter does not know the option 'instrument=some', known: instrument=none,"
                    + " weights=FILE"));
  }

  @Test
  void weights_that_cannot_be_read_are_named() throws Exception {
    Path file = folder.resolve("none.properties");
    assertThat(startWith("weights=" + file))
        .isEqualTo(refusal("weights: " + file + " cannot be read (NoSuchFileException)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "branch=x             | branch: 'x' is no weight, allowed: a whole number from 0 to 32767",
        "branch=1.5           | branch: '1.5' is no weight, allowed: a whole number from 0 to 32767",
        "branch=-1            | branch: '-1' is no weight, allowed: a whole number from 0 to 32767",
        "branch=32768         | branch: '32768' is no weight, allowed: a whole number from 0 to 32767",
        "allocated\\\\ byte=- | allocated byte: '-' is no weight, allowed: a whole number from 0 to 32767",
        "branch=\\\\u00g0     | Malformed \\\\uxxxx encoding."
      })
  void a_weight_that_is_none_is_named(String line, String reason) throws Exception {
    Path file = folder.resolve("weights.properties");
    Files.writeString(file, line.replace("\\\\", "\\") + "\n");
    assertThat(startWith("weights=" + file))
        .isEqualTo(refusal("weights: " + file + ": " + reason.replace("\\\\", "\\")));
  }

  @Test
  void a_kind_of_bytecode_that_nobody_knows_is_named_beside_all_that_there_are() throws Exception {
    Path file = folder.resolve("weights.properties");
    Files.writeString(file, "branches=1\n");
    assertThat(startWith("weights=" + file))
        .isEqualTo(
            refusal(
                "weights: "
                    + file
                    + ": 'branches' is no kind of bytecode, known: "
                    + String.join(", ", Meter.weights().keySet())));
  }

  @Test
  void weights_that_can_be_used_are() throws Exception {
    Path file = folder.resolve("weights.properties");
    Files.writeString(file, "allocated\\ byte=0\n");
    Ended output = startWith("weights=" + file);
    assertThat(output.code()).isZero();
    assertThat(output.out()).contains("\n0 0 0 initialiser free, result ");
  }

  @Test
  void an_allocated_byte_weighs_what_the_file_says() throws Exception {
    long once = unitsWithByteOf(1);
    assertThat(once).isPositive();
    assertThat(unitsWithByteOf(3)).isEqualTo(3 * once);
  }

  private long unitsWithByteOf(int weight) throws Exception {
    Path file = folder.resolve("weights.properties");
    Files.writeString(file, "allocated\\ byte=" + weight + "\n");
    String counted = startWith("weights=" + file).out().lines().toList().get(1);
    return Long.parseLong(counted.substring(0, counted.indexOf(' ')));
  }

  static List<RequiredFields.Required> fields() {
    return RequiredFields.ALL;
  }

  @ParameterizedTest
  @MethodSource("fields")
  void a_jdk_without_a_field_that_the_meter_reads_is_refused(RequiredFields.Required field)
      throws Exception {
    Ended output =
        start("--patch-module=java.base=" + jdkWithout(field), "-javaagent:" + FreshJvm.meterJar());
    assertThat(output.err())
        .endsWith(
            "the meter cannot start: it knows JDK 17 to 25, and in this one, "
                + Runtime.version()
                + ", "
                + field.owner()
                + " has no field '"
                + field.type()
                + " "
                + field.name()
                + "'\n")
        .doesNotContain("\tat ");
    assertThat(output.code()).isEqualTo(2);
    assertThat(output.out()).isEmpty();
  }

  /** A folder with the class of this JDK whose field has another name. */
  private Path jdkWithout(RequiredFields.Required field) throws IOException {
    ClassNode owner = new ClassNode();
    String file = field.owner().replace('.', '/') + ".class";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file);
      }
      new ClassReader(in).accept(owner, 0);
    }
    String other = field.name() + "Renamed";
    owner.fields.stream().filter(f -> f.name.equals(field.name())).forEach(f -> f.name = other);
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof FieldInsnNode access
            && access.owner.equals(owner.name)
            && access.name.equals(field.name())) {
          access.name = other;
        }
      }
    }
    ClassWriter writer = new ClassWriter(0);
    owner.accept(writer);
    Path patched = folder.resolve(file);
    Files.createDirectories(patched.getParent());
    Files.write(patched, writer.toByteArray());
    return folder;
  }

  private static Ended refusal(String line) {
    return new Ended(2, "", line + "\n");
  }

  private static Ended startWith(String options) throws IOException, InterruptedException {
    return start("-javaagent:" + FreshJvm.meterJar() + "=" + options);
  }

  private static Ended start(String... flags) throws IOException, InterruptedException {
    String path = FreshJvm.meterJar() + File.pathSeparator + FreshJvm.testClasses();
    List<String> arguments = new ArrayList<>(List.of(flags));
    arguments.addAll(List.of("-cp", path, AgentSubject.class.getName(), "1"));
    return FreshJvm.run(FreshJvm.current(), arguments.toArray(new String[0]));
  }
}
