package dev.lightspeed.meter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.agent.FreshJvm.Ended;
import dev.lightspeed.metered.GeneratedSubject;
import dev.lightspeed.metered.LoaderSubject;
import dev.lightspeed.metered.RedeploySubject;
import java.io.File;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class counts the same whoever loads it, wherever its class file comes from. */
class LoadersIT {

  @Test
  void loaders_that_hide_others_and_hidden_classes_make_no_difference() throws Exception {
    assertThat(run(LoaderSubject.class))
        .matches("usual (\\d{4,})\nclosed \\1\nhidden \\1\nnot counted: \\[]\n");
  }

  @Test
  void classes_that_libraries_make_are_counted_like_those_of_compilers() throws Exception {
    assertThat(run(GeneratedSubject.class))
        .matches(
            """
            written (\\d{4,})
            copied by ByteBuddy \\1
            defined by a lookup \\1
            wrapped by ByteBuddy \\d{4,}
            delegating by ByteBuddy \\d{4,}
            copied by Javassist \\1
            compiled by Javassist \\d{4,}
            not counted: \\[]
            """);
  }

  @Test
  void an_application_that_is_deployed_again_counts_the_same_and_leaves_nothing() throws Exception {
    String output = run(RedeploySubject.class);
    assertThat(output)
        .matches(
            """
            usual \\[(\\d+ \\d+ \\d+)]
            redeployed \\[\\1], left 0
            redeployed \\[\\1], left 0
            not counted: \\[]
            """);
  }

  private static String run(Class<?> subject) throws Exception {
    Ended output =
        FreshJvm.run(
            FreshJvm.current(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-javaagent:" + FreshJvm.meterJar(),
            "-cp",
            classPath(),
            subject.getName());
    assertThat(output.err()).isEmpty();
    return output.out();
  }

  /** With the libraries that make classes. */
  private static String classPath() {
    Stream<String> libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                path ->
                    Path.of(path).getFileName().toString().matches("(byte-buddy|javassist)-.*jar"));
    return String.join(
        File.pathSeparator,
        Stream.concat(Stream.of(FreshJvm.meterJar(), FreshJvm.testClasses()), libraries).toList());
  }
}
