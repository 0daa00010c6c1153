package dev.lightspeed.harness.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packages' one-way edges, and what keeps figures the same everywhere. */
class ArchitectureTest {

  private static final String ROOT = "dev.lightspeed.harness";
  private static final String UPSIDE = ROOT + ".architecture.upside";

  /** From the ground up: a package may use those before it. The facade, the root, is on top. */
  private static final List<String> LAYERS =
      List.of(
          "file",
          "text",
          "markup",
          "workload",
          "trace",
          "attribution",
          "flame",
          "machine",
          "report",
          "gate",
          "git",
          "history",
          "suite",
          "verify",
          "calibrate",
          "run",
          "capacity",
          "output");

  private static final JavaClasses HARNESS = production(ROOT);
  private static final JavaClasses SUBJECTS = production(ROOT, "dev.lightspeed.live");

  @Test
  void everythingWasFound() {
    for (String layer : LAYERS) {
      assertThat(HARNESS.stream().map(type -> type.getPackageName()))
          .as(layer)
          .contains(ROOT + "." + layer);
    }
    assertThat(HARNESS.stream().map(type -> type.getName()))
        .contains(ROOT + ".PerformanceHarness")
        .doesNotContain(Guilty.class.getName());
  }

  static Stream<String> layers() {
    return LAYERS.stream();
  }

  @ParameterizedTest
  @MethodSource("layers")
  void noPackageUsesOneAboveIt(String layer) {
    downwards(ROOT, layer).check(HARNESS);
  }

  @Test
  void anEdgeUpwardsIsRefusedAndOneDownwardsIsNot() {
    JavaClasses upside = new ClassFileImporter().importPackages(UPSIDE);

    assertThatThrownBy(() -> downwards(UPSIDE, "trace").check(upside))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(UPSIDE + ".trace.Eager");
    assertThatCode(() -> downwards(UPSIDE, "report").check(upside)).doesNotThrowAnyException();
    assertThatCode(() -> downwards(UPSIDE, "machine").check(upside)).doesNotThrowAnyException();
  }

  @Test
  void onlyTheSuiteKnowsTheStandardWorkloads() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".workload.standard..", ROOT + ".suite..", ROOT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".workload.standard..")
        .check(HARNESS);
  }

  @Test
  void onlyTheStandardWorkloadsUseTheLiveRuntime() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".workload.standard..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.lightspeed.live..")
        .check(HARNESS);
  }

  @Test
  void noFrontEndIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.lightspeed.cli..", "dev.lightspeed.junit..", "dev.lightspeed.maven..")
        .check(HARNESS);
  }

  @Test
  void theLiveRuntimeKnowsNothingOfTheHarness() {
    noClasses()
        .that()
        .resideInAPackage("dev.lightspeed.live..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "..", "dev.lightspeed.meter..")
        .allowEmptyShould(true)
        .check(SUBJECTS);
  }

  static Stream<Ban> bans() {
    return Bans.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("bans")
  void nothingBannedIsUsed(Ban ban) {
    ban.rule().check(SUBJECTS);
  }

  @ParameterizedTest
  @MethodSource("bans")
  void everyBanCanFail(Ban ban) {
    JavaClasses guilty = new ClassFileImporter().importClasses(Guilty.class);

    assertThatThrownBy(() -> ban.rule().check(guilty))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(Guilty.class.getName())
        .hasMessageContaining(ban.reason());
  }

  @Test
  void everyGuiltyMethodIsCaught() {
    List<String> missed = new ArrayList<>();
    int methods = 0;
    for (JavaMethod method :
        new ClassFileImporter().importClasses(Guilty.class).get(Guilty.class).getMethods()) {
      methods++;
      if (method.getCodeUnitReferencesFromSelf().stream().noneMatch(a -> banned(a.getTarget()))
          && method.getCallsFromSelf().stream().noneMatch(a -> banned(a.getTarget()))) {
        missed.add(method.getName());
      }
    }

    assertThat(missed).isEmpty();
    assertThat(methods).isGreaterThan(40);
  }

  private static boolean banned(CodeUnitAccessTarget target) {
    return Bans.ALL.stream().anyMatch(ban -> ban.targets().test(target));
  }

  private static ArchRule downwards(String root, String layer) {
    List<String> above = new ArrayList<>();
    for (String higher : LAYERS.subList(LAYERS.indexOf(layer) + 1, LAYERS.size())) {
      above.add(root + "." + higher + "..");
    }
    above.add(root);
    return noClasses()
        .that()
        .resideInAPackage(root + "." + layer + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above.toArray(new String[0]));
  }

  private static JavaClasses production(String... packages) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(packages);
  }
}
