package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build of an aggregator with two modules, and parts of it. */
class BuiltModuleTest {

  private static final Optional<String> SKIPPED =
      Optional.of("skipped: this module has no lightspeed.yaml");

  @TempDir Path top;

  @Test
  void aSuiteInTheFolderIsRun() throws Exception {
    BuiltModule web = suite(module("web"));

    assertThat(web.reasonToSkip(List.of(top(), module("core"), web))).isEmpty();
    assertThat(web.reasonToSkip(List.of(web))).isEmpty();
  }

  @Test
  void aModuleWithoutOneIsSkippedWhereAnotherHasOne() throws Exception {
    BuiltModule core = module("core");

    assertThat(core.reasonToSkip(List.of(top(), core, suite(module("web"))))).isEqualTo(SKIPPED);
  }

  @Test
  void aSuiteFurtherUpIsNotThatOfTheModules() throws Exception {
    suite(top());
    BuiltModule core = module("core");

    assertThat(core.reasonToSkip(List.of(top(), core))).isEqualTo(SKIPPED);
    assertThat(top().reasonToSkip(List.of(top(), core))).isEmpty();
  }

  @Test
  void anAggregatorHasNothingToGate() throws Exception {
    assertThat(top().reasonToSkip(List.of(top()))).isEqualTo(SKIPPED);
  }

  @Test
  void aModuleThatIsBuiltAloneIsAPartOfMore() throws Exception {
    assertThat(module("core").reasonToSkip(List.of(module("core")))).isEqualTo(SKIPPED);
  }

  @Test
  void aProjectWithoutASuiteFails() {
    BuiltModule alone = new BuiltModule(top, false, false);

    assertThatThrownBy(() -> alone.reasonToSkip(List.of(alone)))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "there is no lightspeed.yaml in "
                + top
                + ", so that nothing would be gated: write one ('lightspeed init' does), name one"
                + " in the parameter suite, or set lightspeed.skip");
  }

  @Test
  void aBuildWithoutASuiteFails() {
    BuiltModule core = module("core");

    assertThatThrownBy(() -> core.reasonToSkip(List.of(top(), core, module("web"))))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith(
            "there is no lightspeed.yaml in "
                + core.folder()
                + " nor in any other module, so that nothing would be gated: ");
  }

  private BuiltModule top() {
    return new BuiltModule(top, true, false);
  }

  private BuiltModule module(String name) {
    return new BuiltModule(top.resolve(name), false, true);
  }

  private static BuiltModule suite(BuiltModule module) throws IOException {
    Files.createDirectories(module.folder());
    Files.createFile(module.folder().resolve("lightspeed.yaml"));
    return module;
  }
}
