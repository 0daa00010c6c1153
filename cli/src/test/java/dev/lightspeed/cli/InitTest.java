package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.cli.command.SchemaCommand;
import dev.lightspeed.cli.text.Environment;
import dev.lightspeed.cli.text.Version;
import dev.lightspeed.cli.text.Workplace;
import dev.lightspeed.harness.suite.SuiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code init} in projects with a build tool. One without needs the jar, see {@link GateIT}. */
class InitTest {

  @TempDir Path folder;

  @Test
  void aMavenProjectGetsAWorkloadAmongItsTests() throws IOException {
    write("pom.xml");
    write("src/main/java/com/acme/shop/cart/Cart.java");
    write("src/main/java/com/acme/shop/Shop.java");
    write("src/main/java/module-info.java");
    CommandRun run = init();

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                0,
                """
                lightspeed.yaml: written, the suite
                src/test/java/com/acme/shop/ExampleWorkload.java: written, a workload to start from

                add to the dependencies in pom.xml:
                  <dependency>
                    <groupId>dev.lightspeed</groupId>
                    <artifactId>lightspeed-harness</artifactId>
                    <version>%1$s</version>
                    <scope>test</scope>
                  </dependency>
                and to its plugins:
                  <plugin>
                    <groupId>dev.lightspeed</groupId>
                    <artifactId>lightspeed-maven-plugin</artifactId>
                    <version>%1$s</version>
                    <executions><execution><goals><goal>check</goal></goals></execution></executions>
                  </plugin>
                then:
                  mvn lightspeed:update   # writes lightspeed.baseline.json, to be committed
                  mvn verify              # the gate
                """
                    .formatted(Version.current()),
                ""));
    assertThat(read("src/test/java/com/acme/shop/ExampleWorkload.java"))
        .startsWith("package com.acme.shop;\n\nimport dev.lightspeed.harness.workload.Event;\n");
    assertThat(read("lightspeed.yaml"))
        .contains("  - target/test-classes\n  - target/classes\n")
        .contains("  - workload: com.acme.shop.ExampleWorkload\n");
    assertThat(SuiteFile.open(folder.resolve("lightspeed.yaml")).meter()).isPresent();
  }

  @Test
  void aProjectWithoutSourcesGetsAWorkloadInNoPackage() throws IOException {
    write("pom.xml");
    init();

    assertThat(read("src/test/java/ExampleWorkload.java"))
        .startsWith("import dev.lightspeed.harness.workload.Event;\n");
    assertThat(read("lightspeed.yaml"))
        .contains("  - target/test-classes\n\n")
        .contains("  - workload: ExampleWorkload\n");
  }

  @Test
  void aGradleProjectIsKnownByItsFiles() throws IOException {
    write("settings.gradle.kts");
    write("gradlew");
    write("src/test/java/com/acme/ShopTest.java");

    assertThat(init().out())
        .contains(
            "src/test/java/com/acme/ExampleWorkload.java: written",
            "add to the build: testImplementation 'dev.lightspeed:lightspeed-harness:",
            "  ./gradlew -q testClasses\n",
            "  lightspeed check    # the gate\n");
    assertThat(read("lightspeed.yaml")).contains("  - build/classes/java/test\n\n");
  }

  @Test
  void noFileIsReplaced() throws IOException {
    write("pom.xml");
    for (String file : List.of("lightspeed.yaml", "src/test/java/ExampleWorkload.java")) {
      write(file);

      assertThat(init())
          .isEqualTo(
              new CommandRun(
                  2,
                  "",
                  "lightspeed: init: "
                      + file
                      + " is there already: edit it, or remove it first; nothing is written\n"));
      assertThat(read(file)).isEmpty();
      Files.delete(folder.resolve(file));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(folder.resolve("pom.xml"));
    }
  }

  @Test
  void everySchemaIsPrinted() throws IOException {
    try (Stream<Path> published = Files.list(Path.of("..", "schemas"))) {
      assertThat(published.map(file -> file.getFileName().toString()).sorted())
          .isEqualTo(SchemaCommand.NAMES.stream().map(name -> name + ".json").toList());
    }
    for (String name : SchemaCommand.NAMES) {
      String published = Files.readString(Path.of("..", "schemas", name + ".json"));
      assertThat(CommandRun.of("schema", name)).isEqualTo(new CommandRun(0, published, ""));
    }
    assertThat(CommandRun.of("schema")).isEqualTo(CommandRun.of("schema", "suite-2"));
  }

  @Test
  void anUnknownSchemaIsNamedWithTheNearest() {
    assertThat(CommandRun.of("schema", "suit-2"))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: unknown schema 'suit-2', did you mean 'suite-2'? known: "
                    + String.join(", ", SchemaCommand.NAMES)
                    + "\n"));
  }

  private CommandRun init() {
    return CommandRun.in(Environment.plain().at(new Workplace(folder, false)), "init");
  }

  private void write(String file) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), "");
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
