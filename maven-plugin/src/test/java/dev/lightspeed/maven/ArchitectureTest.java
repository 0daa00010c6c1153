package dev.lightspeed.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.Test;

/** The plugin starts the command and knows no class of it. */
class ArchitectureTest {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.lightspeed.maven");

  @Test
  void everythingWasFound() {
    assertThat(ALL.contain(CheckMojo.class)).isTrue();
    assertThat(ALL.contain(ArchitectureTest.class)).isFalse();
  }

  @Test
  void nothingIsKnownButMavenTheJdkAndAReaderOfJson() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "com.google.gson",
            "dev.lightspeed.maven",
            "java..",
            "javax.inject",
            "org.apache.maven..",
            "org.codehaus.plexus.util.cli",
            "org.jspecify.annotations")
        .check(ALL);
  }

  @Test
  void onlyGoalsArePublic() {
    classes().that().areNotAssignableTo(AbstractMojo.class).should().notBePublic().check(ALL);
    classes()
        .that()
        .areAssignableTo(AbstractMojo.class)
        .and()
        .arePublic()
        .should()
        .haveSimpleNameEndingWith("Mojo")
        .check(ALL);
  }

  @Test
  void nothingIsPrintedPastTheLog() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(ALL);
  }
}
