package dev.lightspeed.corpus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The corpus is a subject: it uses what subjects use, and nothing measures but its runner. */
class ArchitectureTest {

  private static final JavaClasses CORPUS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.lightspeed.corpus");

  @Test
  void everythingWasFound() {
    assertThat(CORPUS.contain(CorpusRunner.class)).isTrue();
    assertThat(CORPUS.contain(ArchitectureTest.class)).isFalse();
  }

  @Test
  void ofTheProjectItUsesWorkloadsAndJsonAndTheMeter() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.lightspeed.harness",
            "dev.lightspeed.harness.trace..",
            "dev.lightspeed.harness.machine..",
            "dev.lightspeed.harness.report..",
            "dev.lightspeed.harness.gate..",
            "dev.lightspeed.harness.suite..",
            "dev.lightspeed.cli..")
        .check(CORPUS);
  }

  @Test
  void noProgramKnowsTheMeter() {
    noClasses()
        .that()
        .resideInAPackage("dev.lightspeed.corpus.programs..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.lightspeed.meter..", "dev.lightspeed.harness.file..")
        .check(CORPUS);
  }

  @Test
  void nothingReadsAClockAndNothingIsDrawnWithoutASeed() {
    noClasses()
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.management..")
        .check(CORPUS);
  }
}
