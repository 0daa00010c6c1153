package dev.lightspeed.harness.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Methods and constructors that may give another result on another machine, in another country or
 * in another run.
 *
 * @param reason what is banned, and what to use instead
 * @param targets whether a called or referenced method or constructor is meant
 * @param exempt full names of the classes whose job it is
 */
record Ban(String reason, Predicate<CodeUnitAccessTarget> targets, List<String> exempt) {

  static Ban of(String reason, Predicate<CodeUnitAccessTarget> targets, String... exempt) {
    return new Ban(reason, targets, List.of(exempt));
  }

  /** The methods {@code names} of {@code owner}, whatever their parameters. */
  static Predicate<CodeUnitAccessTarget> methods(Class<?> owner, String... names) {
    return target ->
        target.getOwner().isEquivalentTo(owner) && Arrays.asList(names).contains(target.getName());
  }

  /** The method or constructor {@code name} of {@code owner} with exactly these parameters. */
  static Predicate<CodeUnitAccessTarget> exactly(
      Class<?> owner, String name, Class<?>... parameters) {
    List<String> names = Arrays.stream(parameters).map(Class::getName).toList();
    return target ->
        target.getOwner().isEquivalentTo(owner)
            && target.getName().equals(name)
            && target.getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .toList()
                .equals(names);
  }

  /** Any constructor of {@code owner}. */
  static Predicate<CodeUnitAccessTarget> creating(Class<?> owner) {
    return methods(owner, "<init>");
  }

  /** The rule for the classes that are not exempt. */
  ArchRule rule() {
    return ArchRuleDefinition.classes()
        .that(
            DescribedPredicate.describe(
                "are not exempt", (JavaClass type) -> !exempt.contains(type.getName())))
        .should(new Abstain())
        .because(reason);
  }

  private final class Abstain extends ArchCondition<JavaClass> {

    Abstain() {
      super("not call or reference what is banned");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
        if (targets.test(access.getTarget())) {
          events.add(SimpleConditionEvent.violated(access, access.getDescription()));
        }
      }
    }
  }
}
