package dev.lightspeed.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The command is a thin front end: it parses, calls the library, and renders. */
class ArchitectureTest {

  private static final JavaClasses COMMAND =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.lightspeed.cli");

  @Test
  void everythingWasFound() {
    assertThat(COMMAND.contain(Main.class)).isTrue();
    assertThat(COMMAND.contain(ArchitectureTest.class)).isFalse();
  }

  @Test
  void onlyTheProgramEndsTheJvmAndOwnsTheStandardStreams() {
    noClasses()
        .that(not(type(CommandProgram.class)))
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(COMMAND);
  }

  @Test
  void onlyTheProgressBarReadsTheClock() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.Progress(\\$.*)?")
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.time..", "me.tongfei..")
        .check(COMMAND);
  }

  @Test
  void commandsUseOptionsAndTextAndNothingUsesThem() {
    noClasses()
        .that()
        .resideInAPackage("dev.lightspeed.cli.text")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.lightspeed.cli", "dev.lightspeed.cli.command", "dev.lightspeed.cli.option")
        .check(COMMAND);
    noClasses()
        .that()
        .resideInAPackage("dev.lightspeed.cli.option")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.lightspeed.cli", "dev.lightspeed.cli.command")
        .check(COMMAND);
    noClasses()
        .that()
        .resideInAPackage("dev.lightspeed.cli.command")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.lightspeed.cli")
        .check(COMMAND);
  }

  @Test
  void noOtherFrontEndAndNoLiveRuntimeIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.lightspeed.junit..")
                .or(resideInAPackage("dev.lightspeed.maven.."))
                .or(resideInAPackage("dev.lightspeed.live..")))
        .check(COMMAND);
  }
}
