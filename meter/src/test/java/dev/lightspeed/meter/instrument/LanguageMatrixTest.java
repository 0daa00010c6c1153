package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each release of the language can say, compiled for every release from that one to the JDK's
 * own, does the same once it counts itself.
 */
class LanguageMatrixTest {

  private static final List<Integer> RELEASES = List.of(8, 11, 17, 21, 25);

  /** Compiled to other bytecodes from Java 9 (concatenation) and 11 (nest mates) on. */
  private static final Set<String> COMPILED_DIFFERENTLY =
      Set.of("concatenation", "constructors", "multiCatchAndRethrow", "privateMembersOfNested");

  /** How deep a stack is depends on the JVM. */
  private static final Set<String> NOT_REPEATABLE = Set.of("stackOverflowIsSurvived");

  @TempDir private Path folder;

  static Stream<Arguments> matrix() {
    return RELEASES.stream()
        .flatMap(source -> releases(r -> r >= source).mapToObj(r -> Arguments.of(source, r)));
  }

  private static IntStream releases(IntPredicate wanted) {
    int feature = Runtime.version().feature();
    return RELEASES.stream().mapToInt(r -> r).filter(r -> r <= feature).filter(wanted);
  }

  @ParameterizedTest(name = "Java {0} for {1}")
  @MethodSource("matrix")
  void every_case_gives_what_it_gave_uncounted(int source, int release) throws Exception {
    NavigableMap<String, byte[]> classes = compile(source, release, folder);
    Class<?> plain = load(source, classes, false);
    Class<?> counted = load(source, classes, true);
    Metered metered = new Metered(counted);
    for (Method method : cases(plain)) {
      String name = method.getName();
      @Nullable Object expected = method.invoke(null);
      assertThat(metered.result(name)).as(name).isEqualTo(expected);
      assertThat(metered.units(name)).as(name).isPositive();
      if (!NOT_REPEATABLE.contains(name)) {
        assertThat(metered.units(name)).as(name).isEqualTo(metered.units(name));
      }
    }
    assertThat(new Metered(plain).units(cases(plain).get(0).getName())).isZero();
  }

  @Test
  void equal_bytecodes_count_the_same_in_every_version_of_the_class_file() throws Exception {
    Map<String, Map<Integer, Long>> units = new TreeMap<>();
    for (int release : releases(r -> true).toArray()) {
      Path own = Files.createDirectory(folder.resolve("r" + release));
      Class<?> counted = load(8, compile(8, release, own), true);
      Metered metered = new Metered(counted);
      for (Method method : cases(counted)) {
        String name = method.getName();
        Object unused = metered.result(name);
        units.computeIfAbsent(name, n -> new TreeMap<>()).put(release, metered.units(name));
      }
    }
    units.keySet().removeAll(NOT_REPEATABLE);
    assertThat(units)
        .allSatisfy(
            (name, byRelease) -> {
              if (!COMPILED_DIFFERENTLY.contains(name)) {
                assertThat(Set.copyOf(byRelease.values())).as(name + byRelease).hasSize(1);
              }
            });
    assertThat(units).hasSizeGreaterThan(COMPILED_DIFFERENTLY.size() + 10);
  }

  private static NavigableMap<String, byte[]> compile(int source, int release, Path folder)
      throws IOException {
    String resource = "/matrix/Java" + source + ".java";
    try (InputStream in = LanguageMatrixTest.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SourceCompiler.compile(release, "matrix.Java" + source, text, folder);
    }
  }

  private static Class<?> load(int source, Map<String, byte[]> classes, boolean counted)
      throws ClassNotFoundException {
    InstrumentingLoader loader = new InstrumentingLoader(name -> false);
    loader.setDefaultAssertionStatus(true);
    classes.forEach(
        (name, bytes) -> {
          InstrumentingLoader unused =
              counted ? loader.with(name, bytes) : loader.withPlain(name, bytes);
        });
    return Class.forName("matrix.Java" + source, true, loader);
  }

  private static List<Method> cases(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()) && Modifier.isStatic(m.getModifiers()))
        .filter(m -> m.getParameterCount() == 0 && !m.isSynthetic())
        .sorted((a, b) -> a.getName().compareTo(b.getName()))
        .toList();
  }
}
