package dev.lightspeed.meter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightspeed.meter.agent.FreshJvm.Ended;
import dev.lightspeed.metered.AgentSubject;
import dev.lightspeed.metered.JitHintsSubject;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The packaged agent in fresh JVMs. */
class AgentIT {

  private static final String MAIN = AgentSubject.class.getName();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xint",
        "-XX:TieredStopAtLevel=1",
        "-XX:-TieredCompilation",
        "-XX:+UseSerialGC",
        "-XX:+UseParallelGC",
        "-Duser.language=tr"
      })
  void counts_are_the_same_whatever_the_jvm_does(String flag) throws Exception {
    Ended usual = subject(FreshJvm.current(), List.of(), "1");
    assertThat(usual.out())
        .matches("portable/2\n(\\d+) \\1 \\1 initialiser free, result -?\\d+\nnot counted: \\[]\n");
    assertThat(subject(FreshJvm.current(), List.of(flag), "1")).isEqualTo(usual);
  }

  @Test
  void counts_are_the_same_on_two_threads() throws Exception {
    String one = line(subject(FreshJvm.current(), List.of(), "1"), 1);
    Ended two = subject(FreshJvm.current(), List.of(), "2");
    assertThat(line(two, 1)).isEqualTo(one);
    assertThat(line(two, 2)).isEqualTo(one);
  }

  @Test
  void counts_are_the_same_on_a_newer_jdk() throws Exception {
    Optional<Path> newer = FreshJvm.newer();
    assumeTrue(newer.isPresent(), "no other JDK from 21 on beside this one or in LIGHTSPEED_JDK25");
    Ended here = subject(FreshJvm.current(), List.of(), "2");
    assertThat(here.err()).isEmpty();
    assertThat(subject(newer.get(), List.of(), "2")).isEqualTo(here);
    assertThat(subject(newer.get(), List.of("-Xint"), "2")).isEqualTo(here);
  }

  @Test
  void the_jit_is_told_by_the_annotations_that_hotspot_knows() throws Exception {
    Ended output =
        FreshJvm.run(
            FreshJvm.current(),
            "-javaagent:" + FreshJvm.meterJar(),
            "-cp",
            FreshJvm.testClasses().toString(),
            JitHintsSubject.class.getName());
    assertThat(output.out())
        .isEqualTo(
            """
            jdk.internal.vm.annotation.ForceInline
            jdk.internal.vm.annotation.DontInline
            jdk.internal.vm.annotation.Stable
            """);
  }

  @Test
  void without_the_agent_the_message_names_the_flag() throws Exception {
    Ended output =
        FreshJvm.run(
            FreshJvm.current(),
            "-cp",
            FreshJvm.meterJar() + File.pathSeparator + FreshJvm.testClasses(),
            MAIN,
            "1");
    assertThat(output.code()).isEqualTo(1);
    assertThat(output.err())
        .contains(
            "MeterMissingException: the meter is not running: add -javaagent:"
                + FreshJvm.meterJar()
                + " to the java command (java -jar lightspeed.jar and ./lightspeed start it by"
                + " themselves)");
  }

  @Test
  void an_executable_jar_starts_the_meter_by_itself(@TempDir Path folder) throws Exception {
    Path jar = executableJar(folder);
    Ended usual = subject(FreshJvm.current(), List.of(), "1");
    assertThat(FreshJvm.run(FreshJvm.current(), "-jar", jar.toString(), "1")).isEqualTo(usual);
    assertThat(
            FreshJvm.run(
                FreshJvm.current(),
                "-javaagent:" + FreshJvm.meterJar(),
                "-jar",
                jar.toString(),
                "1"))
        .isEqualTo(usual);
    Optional<Path> newer = FreshJvm.newer();
    if (newer.isPresent()) {
      assertThat(FreshJvm.run(newer.get(), "-jar", jar.toString(), "1")).isEqualTo(usual);
    }
  }

  @Test
  void a_class_that_cannot_be_instrumented_runs_and_is_listed(@TempDir Path folder)
      throws Exception {
    Files.write(folder.resolve("Full.class"), fullClass());
    Ended output = subject(FreshJvm.current(), List.of(), "0", "Full", folder.toString());
    assertThat(output.out())
        .isEqualTo("portable/2\nFull runs\nnot counted: [Full: Class too large: Full]\n");
  }

  @Test
  void the_jar_holds_nothing_outside_the_meter() throws IOException {
    try (JarFile jar = new JarFile(FreshJvm.meterJar())) {
      List<String> foreign =
          jar.stream()
              .map(JarEntry::getName)
              .filter(name -> !name.endsWith("/"))
              .filter(name -> !name.startsWith("dev/lightspeed/meter/"))
              .toList();
      assertThat(foreign).containsExactlyInAnyOrder(JarFile.MANIFEST_NAME, "META-INF/LICENSE-ASM");
    }
  }

  private static Ended subject(Path home, List<String> flags, String threads, String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(flags);
    String path = FreshJvm.meterJar() + File.pathSeparator + FreshJvm.testClasses();
    arguments.add("-javaagent:" + FreshJvm.meterJar());
    arguments.add("-cp");
    arguments.add(more.length > 1 ? path + File.pathSeparator + more[1] : path);
    arguments.add(MAIN);
    arguments.add(threads);
    if (more.length > 0) {
      arguments.add(more[0]);
    }
    return FreshJvm.run(home, arguments.toArray(new String[0]));
  }

  private static String line(Ended output, int index) {
    return output.out().lines().toList().get(index);
  }

  /** What the command's jar does: the meter's files, the program's classes, one manifest. */
  private static Path executableJar(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, MAIN);
    attributes.put(new Attributes.Name("Launcher-Agent-Class"), MeterAgent.class.getName());
    attributes.put(new Attributes.Name("Can-Retransform-Classes"), "true");
    Path file = folder.resolve("program.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        JarFile meter = new JarFile(FreshJvm.meterJar())) {
      for (JarEntry entry : meter.stream().toList()) {
        if (entry.getName().startsWith("dev/") && !entry.isDirectory()) {
          jar.putNextEntry(new JarEntry(entry.getName()));
          meter.getInputStream(entry).transferTo(jar);
        }
      }
      Path classes = Path.of(FreshJvm.testClasses());
      try (var files = Files.walk(classes.resolve("dev/lightspeed/metered"))) {
        for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
          jar.putNextEntry(
              new JarEntry(classes.relativize(path).toString().replace(File.separatorChar, '/')));
          Files.copy(path, jar);
        }
      }
    }
    return file;
  }

  /** Its constant pool has no room for a call. */
  private static byte[] fullClass() {
    ClassWriter writer = new ClassWriter(0);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
    writer.visit(Opcodes.V17, access, "Full", null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "run", "()V", null, null);
    method.visitCode();
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    for (int i = 0; i < 65_525; i++) {
      writer.newConst(i);
    }
    return writer.toByteArray();
  }
}
