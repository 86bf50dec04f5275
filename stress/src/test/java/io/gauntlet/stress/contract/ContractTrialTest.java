package io.gauntlet.stress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.gauntlet.evidence.Verdict;
import io.gauntlet.stress.trial.Finding;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class ContractTrialTest {

    @Test
    void run_allPass_passesWithTheirNumber() {
        Finding finding = ContractTrial.run(Passing.class);

        assertThat(finding.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(finding.effort()).containsEntry("tests", 1L);
    }

    @Test
    void run_oneFails_failsWithItsMessage() {
        Finding finding = ContractTrial.run(Failing.class);

        assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(finding.reason())
                .startsWith("1 of 2 tests failed, the first is ")
                .contains("fails");
        assertThat(finding.witness()).contains("the limit is 10").contains("Failing");
    }

    @Test
    void run_noTests_isNotRun() {
        assertNotRun(Empty.class, "0 tests found");
    }

    @Test
    void run_oneSkipped_isNotRun() {
        assertNotRun(Skipping.class, "1 were skipped");
    }

    @Test
    void run_oneAborted_isNotRun() {
        assertNotRun(Aborting.class, "1 aborted");
    }

    @Test
    void run_nothingCanBegin_isNotRun() {
        assertNotRun(Unprepared.class, "no such subject");
    }

    private static void assertNotRun(Class<?> tests, String reason) {
        Finding finding = ContractTrial.run(tests);
        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(finding.reason()).contains(reason);
    }

    static class Empty {}

    static class Passing {
        @Test
        void passes() {}
    }

    static class Failing extends Passing {
        @Test
        void fails() {
            Assertions.fail("the limit is 10");
        }
    }

    static class Skipping extends Passing {
        @Disabled("to be noticed")
        @Test
        void skipped() {}
    }

    static class Aborting extends Passing {
        @Test
        void aborted() {
            abort("to be noticed");
        }
    }

    static class Unprepared extends Passing {
        @BeforeAll
        static void prepare() {
            throw new IllegalStateException("no such subject");
        }
    }
}
