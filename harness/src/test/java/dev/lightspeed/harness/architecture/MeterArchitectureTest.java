package dev.lightspeed.harness.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The one-way edges between the packages of the meter, and its door. */
class MeterArchitectureTest {

  private static final String ROOT = "dev.lightspeed.meter";

  /**
   * From the ground up: a package may use those before it. What others call, the root, is on top.
   */
  private static final List<String> LAYERS =
      List.of("boot", "layout", "price", "instrument", "agent", "hazard");

  private static final JavaClasses METER = new ClassFileImporter().importPackages(ROOT);

  @ParameterizedTest
  @FieldSource("LAYERS")
  void noPackageUsesOneAboveIt(String layer) {
    List<String> above = new ArrayList<>(List.of(ROOT));
    for (String higher : LAYERS.subList(LAYERS.indexOf(layer) + 1, LAYERS.size())) {
      above.add(ROOT + "." + higher);
    }
    // It fails, too, where no class is in the package.
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + layer)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above.toArray(new String[0]))
        .check(METER);
  }

  @Test
  void everyPackageIsALayer() {
    List<String> packages =
        METER.stream()
            .map(type -> type.getPackageName())
            .filter(name -> !name.startsWith(ROOT + ".shaded."))
            .distinct()
            .sorted()
            .toList();
    List<String> expected = new ArrayList<>(List.of(ROOT));
    LAYERS.forEach(layer -> expected.add(ROOT + "." + layer));
    assertThat(packages).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theAgentStartsWithoutTheLookForHazards() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".hazard")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".hazard")
        .check(METER);
  }

  @Test
  void theLibraryCallsTheRootOnlyButToFindWhyCountsDiffer() {
    List<String> below = new ArrayList<>();
    LAYERS.forEach(layer -> below.add(ROOT + "." + layer));
    noClasses()
        .that(not(resideInAPackage("dev.lightspeed.harness.verify").and(simpleName("Culprit"))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(below.toArray(new String[0]))
        .check(new ClassFileImporter().importPackages("dev.lightspeed.harness"));
  }
}
