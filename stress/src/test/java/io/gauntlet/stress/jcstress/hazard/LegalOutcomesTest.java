package io.gauntlet.stress.jcstress.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.stress.hazard.Hazard;
import io.gauntlet.stress.jcstress.hazard.OutcomeTable.Line;
import io.gauntlet.stress.jcstress.hazard.SteppedCaller.TornRead;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.runners.TestList;

class LegalOutcomesTest {

    private static final String PACKAGE = LegalOutcomesTest.class.getPackageName() + ".";

    /** Those that end with a result; the one that jcstress only waits for has its own test. */
    static Stream<HazardClass> withResult() {
        return Arrays.stream(Hazard.values())
                .filter(hazard -> hazard != Hazard.WRITER_PROGRESS)
                .map(hazard -> new HazardClass(hazard.jcstressClass(), SteppedCoordinator.class));
    }

    @Test
    void hazards_andClassesThatJcstressFinds_areTheSame() {
        assertThat(TestList.tests().stream().filter(test -> test.startsWith(PACKAGE)))
                .containsExactlyInAnyOrder(Arrays.stream(Hazard.values())
                        .map(Hazard::jcstressClass)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void hazard_hasTwoActorsUnlessItSaysOtherwise(Hazard hazard) {
        int actors = TestList.getInfo(hazard.jcstressClass()).threads();

        assertThat(actors)
                .isEqualTo(
                        switch (hazard) {
                            case READERS_AGREE -> 4;
                            case WRITER_PROGRESS -> 1; // and a signal
                            default -> 2;
                        });
    }

    @ParameterizedTest
    @MethodSource("withResult")
    void table_acceptsWhatSomeOrderGives_andNothingElse(HazardClass hazard) {
        Interleavings all = Interleavings.of(hazard);

        assertThat(all.orders()).isGreaterThan(1);
        assertThat(OutcomeTable.of(hazard.info()).faults(all.outcomes())).isEmpty();
    }

    @Test
    void table_ofWriterProgress_acceptsTheEndAlone() {
        OutcomeTable table = OutcomeTable.of(TestList.getInfo(Hazard.WRITER_PROGRESS.jcstressClass()));

        assertThat(table.faults(Set.of("TERMINATED"))).isEmpty();
        assertThat(table.lineFor("STALE").expect()).isEqualTo(Expect.FORBIDDEN);
        assertThat(table.lineFor("ERROR").expect()).isEqualTo(Expect.FORBIDDEN);
    }

    /** An exception that got out of an actor would end jcstress without an outcome. */
    @ParameterizedTest
    @MethodSource("withResult")
    void exceptionThatNoRuleThrows_isAForbiddenOutcomeThatNamesIt(HazardClass hazard) {
        List<Method> all = new ArrayList<>(hazard.actors());
        hazard.arbiter().ifPresent(all::add);
        OutcomeTable table = OutcomeTable.of(hazard.info());

        for (Method victim : all) {
            Object state = hazard.newState();
            Object result = hazard.newResult();
            SteppedCaller torn = SteppedCaller.torn(victim.getName(), () -> HazardClass.call(victim, state, result));
            for (Method method : all) {
                if (method.equals(victim)) {
                    torn.begin();
                } else {
                    HazardClass.call(method, state, result);
                }
            }

            assertThat(torn.isDone()).as(victim.getName()).isTrue();
            if (torn.hasAsked()) {
                assertThat(result.toString()).as(victim.getName()).contains(TornRead.class.getSimpleName());
                assertThat(table.lineFor(result.toString()).expect()).isEqualTo(Expect.FORBIDDEN);
            } else {
                assertThat(hazard.arbiter()).as("asks for nothing").contains(victim);
            }
        }
    }

    /** The judge of the tables on trial: each planted fault must be named. */
    @Test
    void faults_ofATableWithOneLineChanged_nameIt() {
        HazardClass hazard = new HazardClass(Hazard.CLOSE_VERSUS_SWITCH.jcstressClass(), SteppedCoordinator.class);
        Set<String> legal = Interleavings.of(hazard).outcomes();
        OutcomeTable table = OutcomeTable.of(hazard.info());
        String switchFirst = "closed, switched, a of a";
        Line accepted = table.lineFor(switchFirst);
        Line wrong = table.lineFor("closed, switched, b of a");

        assertThat(legal).contains(switchFirst);
        assertThat(changed(table, accepted).faults(legal)).containsExactly("legal, and not accepted: " + switchFirst);
        assertThat(changed(table, accepted, new Line(switchFirst, Expect.FORBIDDEN, "?"))
                        .faults(legal))
                .containsExactlyInAnyOrder(
                        "forbidden by " + switchFirst + ", and legal: " + switchFirst,
                        "legal, and not accepted: " + switchFirst);
        assertThat(changed(table, wrong, new Line(wrong.id(), Expect.ACCEPTABLE, "?"))
                        .faults(legal))
                .containsExactly("accepted, and no order gives it: " + wrong.id());
        assertThat(changed(table, wrong, new Line(wrong.id(), Expect.ACCEPTABLE_INTERESTING, "?"))
                        .faults(legal))
                .containsExactly("neither accepted nor forbidden: " + wrong.id());
        assertThat(changed(table, wrong, new Line("closed, .*", Expect.FORBIDDEN, "?"))
                        .faults(legal))
                .hasSameSizeAs(legal);
        assertThat(changed(table, wrong, new Line(wrong.id(), wrong.expect(), " "))
                        .faults(legal))
                .containsExactly("without description: " + wrong.id());
        assertThat(new OutcomeTable(table.listed(), new Line("", Expect.ACCEPTABLE, "?")).faults(legal))
                .containsExactly("what is not listed is not forbidden");
    }

    private static OutcomeTable changed(OutcomeTable table, Line line, Line... replacements) {
        List<Line> lines = new ArrayList<>(table.listed());
        lines.remove(line);
        lines.addAll(List.of(replacements));
        return new OutcomeTable(lines, table.catchAll());
    }
}
