package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import net.jqwik.api.Property;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Every class of some real libraries passes the JVM's verifier once it counts itself. */
class ForeignLibrariesTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        Assertions.class,
        Test.class,
        ParameterizedTest.class,
        Property.class,
        ClassReader.class,
        ClassNode.class
      })
  void every_class_of_the_library_is_verified_when_instrumented(Class<?> member) throws Exception {
    NavigableSet<String> names = classesBeside(member);
    InstrumentingLoader instrumented = new InstrumentingLoader(names::contains);
    List<String> broken = new ArrayList<>();
    int linked = 0;
    for (String name : names) {
      try {
        // Asking for its methods links the class, which verifies it.
        linked += instrumented.loadClass(name).getDeclaredMethods().length;
      } catch (NoClassDefFoundError e) {
        // It needs a library that is not here, instrumented or not.
      } catch (LinkageError | RuntimeException e) {
        broken.add(name + ": " + e);
      }
    }
    assertThat(broken).isEmpty();
    assertThat(linked).isGreaterThan(100);
  }

  private static NavigableSet<String> classesBeside(Class<?> member)
      throws IOException, URISyntaxException {
    Path jar = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    NavigableSet<String> names = new TreeSet<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && !name.contains("-"))
          .forEach(name -> names.add(name.replace('/', '.').substring(0, name.length() - 6)));
    }
    return names;
  }
}
