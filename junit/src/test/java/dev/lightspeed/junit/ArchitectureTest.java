package dev.lightspeed.junit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A thin front end: it finds out what is asked for, calls the library, and asserts. */
class ArchitectureTest {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.lightspeed.junit");

  @Test
  void everythingWasFound() {
    assertThat(ALL.contain(PerformanceTest.class)).isTrue();
    assertThat(ALL.contain(PerformanceExtension.class)).isTrue();
    assertThat(ALL.contain(ArchitectureTest.class)).isFalse();
  }

  @Test
  void onlyTheLibraryAndWhatTestsAreWrittenWithIsUsed() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "dev.lightspeed.junit..",
            "dev.lightspeed.harness..",
            "dev.lightspeed.meter",
            "org.assertj.core..",
            "org.junit.jupiter.api..",
            "org.junit.platform.commons.support..",
            "org.jspecify..")
        .check(ALL);
  }

  @Test
  void noWorkloadOfTheHarnessIsKnown() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.lightspeed.live..", "dev.lightspeed.harness.workload.standard..")
        .check(ALL);
  }

  @Test
  void onlyTheAnnotationsAndAssertionsArePublic() {
    classes()
        .that(
            not(
                belongToAnyOf(
                    PerformanceTest.class,
                    PerformanceRun.class,
                    PerformanceAssertions.class,
                    PerformanceSoftAssertions.class,
                    RunAssert.class,
                    ReportAssert.class,
                    WorkloadAssert.class,
                    FigureAssert.class)))
        .should()
        .notBePublic()
        .check(ALL);
  }
}
