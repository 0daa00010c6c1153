package dev.lightspeed.meter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.agent.FreshJvm.Ended;
import dev.lightspeed.metered.SuiteSubject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The published tests of well-known libraries have the same outcomes in a JVM in which everything
 * counts itself, the tests and their framework too, as in a bare one.
 */
@Tag("once")
class LibrarySuitesIT {

  /** Runs all of each suite, compiled by the JIT as usual, which takes minutes. */
  private static final boolean ALL = Boolean.getBoolean("meter.allSuites");

  /** Tests run once: C2 would take more time than it saves. */
  private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final Path JARS = Path.of(System.getProperty("meter.suites", "target/suites"));

  /** A published suite: a quick part of it, and what is left out whatever the part. */
  enum Suite {
    /**
     * Out: tests that time work, hang when the machine is busy, want gigabytes, or leave static
     * state behind.
     */
    COMMONS_LANG(
        "commons-lang3",
        "org\\.apache\\.commons\\.lang3\\.([A-Z]|reflect|function|mutable|tuple|stream|util|compare)"
            + ".*Test",
        "OssFuzz|RandomUtils|RandomStringUtils|ThreadUtils|CachedRandomBits",
        "lang3\\.(concurrent|time|builder|text)\\.|RuntimeEnvironment|testLocaleLookup",
        4_000),
    COMMONS_COLLECTIONS(
        "commons-collections4",
        "org\\.apache\\.commons\\.collections4\\.(map|list|queue|trie|iterators)\\..*Test",
        "bloomfilter",
        "Serializ|CompatibilityExists|Canonical",
        4_000),
    COMMONS_CODEC(
        "commons-codec",
        "org\\.apache\\.commons\\.codec\\..*Test",
        "HmacAlgorithms|DaitchMokotoff|MessageDigestAlgorithms|HexTest|PhoneticEngine",
        "testCodec265|CacheSubSequencePerformance",
        1_000),
    /** Class files of Java 5, without frames. */
    COMMONS_MATH(
        "commons-math3",
        "org\\.apache\\.commons\\.math3\\.(complex|fraction|linear|util)\\..*Test",
        "FastMathTest",
        "Performance|FastMathTestPerformance|ResizableDoubleArray",
        1_000);

    private final String library;
    private final String part;
    private final String slow;
    private final String excluded;
    private final int tests;

    Suite(String library, String part, String slow, String excluded, int tests) {
      this.library = library;
      this.part = part;
      this.slow = slow;
      this.excluded = excluded;
      this.tests = tests;
    }
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void every_test_ends_as_it_does_without_the_meter(Suite suite) throws Exception {
    FutureTask<List<String>> bare = new FutureTask<>(() -> run(suite, "bare", List.of()));
    new Thread(bare, "bare").start();
    List<String> metered =
        run(suite, "metered", List.of("-javaagent:" + FreshJvm.meterJar(), "-Xverify:all"));
    assertThat(metered).isEqualTo(bare.get());
    assertThat(metered).hasSizeGreaterThan(suite.tests);
    assertThat(metered.stream().filter(line -> line.endsWith(": SUCCESSFUL")).count())
        .isGreaterThan(suite.tests);
    assertThat(Files.readString(folder.resolve("metered.meter")))
        .matches("units: [1-9]\\d{8,}\nnot counted: \\[]\n");
  }

  /** Outcomes, a line per test. */
  private List<String> run(Suite suite, String name, List<String> flags)
      throws IOException, InterruptedException {
    Path outcomes = folder.resolve(name + ".tests");
    List<String> arguments = new ArrayList<>(flags);
    arguments.addAll(ALL ? List.of() : QUICK);
    arguments.addAll(List.of("-Xmx1g", "-cp", classPath(), SuiteSubject.class.getName()));
    arguments.add(testsJar(suite.library).toString());
    arguments.add(ALL ? ".*Test" : suite.part);
    arguments.add(ALL ? suite.excluded : suite.excluded + "|" + suite.slow);
    arguments.add(outcomes.toString());
    arguments.add(folder.resolve(name + ".meter").toString());
    Ended output = FreshJvm.run(FreshJvm.current(), arguments.toArray(new String[0]));
    assertThat(output.code()).as(output.err()).isZero();
    return Files.readAllLines(outcomes);
  }

  private static String classPath() {
    // The platform that runs this test runs theirs, too.
    Stream<String> junit =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> path.matches(".*[/\\\\](junit-|opentest4j)[^/\\\\]*\\.jar"));
    List<String> all = new ArrayList<>(List.of(FreshJvm.meterJar(), FreshJvm.testClasses()));
    junit.forEach(all::add);
    all.add(JARS + File.separator + "*");
    return String.join(File.pathSeparator, all);
  }

  private static Path testsJar(String library) throws IOException {
    try (Stream<Path> jars = Files.list(JARS)) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(library + "-"))
          .filter(jar -> jar.toString().endsWith("-tests.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(library + " is not in " + JARS));
    }
  }
}
