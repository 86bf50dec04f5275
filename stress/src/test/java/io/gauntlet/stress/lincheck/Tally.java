package io.gauntlet.stress.lincheck;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ResultWithClock;
import org.jetbrains.kotlinx.lincheck.util.LincheckResult;

/** How often one scenario was executed to its end, with how many operations and how many different outcomes. */
final class Tally {

    private final Set<List<List<LincheckResult>>> outcomes = new HashSet<>();
    private long executions;
    private long operations;

    void count(ExecutionResult results) {
        List<List<LincheckResult>> answers = results.getParallelResultsWithClock().stream()
                .map(caller -> caller.stream().map(ResultWithClock::getResult).toList())
                .toList();
        executions++;
        operations += results.getInitResults().size()
                + answers.stream().mapToLong(List::size).sum()
                + results.getPostResults().size();
        outcomes.add(answers);
    }

    long executions() {
        return executions;
    }

    long operations() {
        return operations;
    }

    /** Returns how many different sets of answers the concurrent callers got. */
    long outcomes() {
        return outcomes.size();
    }
}
