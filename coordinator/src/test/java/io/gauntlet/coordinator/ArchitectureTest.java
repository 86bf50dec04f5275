package io.gauntlet.coordinator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.rules.LockingRule;
import io.gauntlet.coordinator.rules.SessionRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the layers: caller, contract, guard, rules. */
class ArchitectureTest {

    private static final String ROOT = "io.gauntlet.coordinator";

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final ArchRule RULES_KNOW_NO_LOCK = noClasses()
            .that()
            .resideInAPackage(ROOT + ".rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.concurrent.locks..", "java.util.concurrent.atomic..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Guard.class);

    static Stream<ArchRule> layers() {
        return Stream.of(
                classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                ROOT + "..",
                                "java..",
                                "io.vavr..",
                                "org.jspecify..",
                                "com.google.errorprone.annotations..")
                        .because("the coordinator knows no other module and one library"),
                RULES_KNOW_NO_LOCK,
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + ".guard..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(ROOT, ROOT + ".rules..", ROOT + ".contract..", ROOT + ".store..")
                        .because("a guard knows a state to share, not sessions"),
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + ".contract..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(ROOT, ROOT + ".rules..", ROOT + ".guard..", ROOT + ".store.."),
                slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void production_everyLayer_holds(ArchRule rule) {
        rule.check(PRODUCTION);
    }

    @Test
    void production_isWhatIsChecked() {
        assertThat(PRODUCTION).hasSizeGreaterThan(30);
        assertThat(PRODUCTION.contain(SessionRules.class)).isTrue();
    }

    /** The checker on trial: a rule that takes a lock is found. */
    @Test
    void rulesKnowNoLock_aLockInTheRules_isFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(LockingRule.class);
        assertThatThrownBy(() -> RULES_KNOW_NO_LOCK.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ReentrantLock");
    }
}
