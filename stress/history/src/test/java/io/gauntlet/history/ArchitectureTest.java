package io.gauntlet.history;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.history.judge.Judge;
import io.gauntlet.history.judge.RecordingJudge;
import io.gauntlet.history.judge.Replayer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the layers: the history knows nobody; recorder, files and judge know the history, and not each other. */
class ArchitectureTest {

    private static final String ROOT = "io.gauntlet.history";
    private static final String JUDGE = ROOT + ".judge..";
    private static final String RECORD = ROOT + ".record..";
    private static final String FILE = ROOT + ".file..";
    private static final String COMMAND = ROOT + ".command..";

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final ArchRule JUDGE_KNOWS_NO_RECORDER = from(JUDGE, RECORD, FILE, COMMAND);

    private static ArchRule from(String layer, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(layer)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    static Stream<ArchRule> layers() {
        return Stream.of(
                from(ROOT, JUDGE, RECORD, FILE, COMMAND),
                JUDGE_KNOWS_NO_RECORDER,
                from(RECORD, JUDGE, FILE, COMMAND),
                from(FILE, JUDGE, RECORD, COMMAND),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(CoordinatorStrategy.class)
                        .because("whoever is judged by the reference is not asked about it"),
                noClasses()
                        .that()
                        .haveSimpleName("Replayer")
                        .or()
                        .haveSimpleName("Outside")
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(".*\\.judge\\.(?!Replayer|Outside).*")
                        .because("the replayer shares nothing with the search that it confirms"),
                classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                ROOT + "..", "io.gauntlet.coordinator..", "java..", "org.jspecify..", "picocli.."),
                slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void production_everyLayer_holds(ArchRule rule) {
        rule.check(PRODUCTION);
    }

    @Test
    void production_isWhatIsChecked() {
        assertThat(PRODUCTION).hasSizeGreaterThan(40);
        assertThat(PRODUCTION.contain(Judge.class)).isTrue();
        assertThat(PRODUCTION.contain(Replayer.class)).isTrue();
        assertThat(PRODUCTION.contain(RecordingJudge.class)).isFalse();
    }

    /** The checker on trial: a judge that knows the recorder is found. */
    @Test
    void judgeKnowsNoRecorder_aJudgeThatDoes_isFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(RecordingJudge.class);
        assertThatThrownBy(() -> JUDGE_KNOWS_NO_RECORDER.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("WindowSink");
    }
}
