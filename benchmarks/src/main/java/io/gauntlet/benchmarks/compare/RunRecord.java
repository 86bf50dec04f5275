package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.Cell;
import io.gauntlet.benchmarks.fork.ForkJvm;
import io.gauntlet.evidence.Provenance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What makes a run the one it is: forks measured under two different ones belong to two runs.
 *
 * @param schema of this file
 * @param jvmArguments what every measured JVM is given
 * @param plan the file of each fork, in the order in which they are measured
 * @param provenance where the run was started, and the command that did it
 */
record RunRecord(
        String schema,
        String budget,
        long seed,
        List<String> strategies,
        Workload workload,
        List<String> jvmArguments,
        List<String> plan,
        Provenance provenance) {

    static final String SCHEMA = "gauntlet/run/2";

    /** May differ: the command and the time of a resumed run do, and memory is told differently after each boot. */
    private static final Set<String> NO_IDENTITY = Set.of("command", "startedAt", "memoryMiB");

    RunRecord {
        strategies = List.copyOf(strategies);
        jvmArguments = List.copyOf(jvmArguments);
        plan = List.copyOf(plan);
    }

    static RunRecord of(CompareRequest request, Provenance provenance) {
        return new RunRecord(
                SCHEMA,
                request.budget(),
                request.seed(),
                request.strategies(),
                request.workload(),
                ForkJvm.ARGUMENTS,
                request.plan().cells().stream().map(RunRecord::file).toList(),
                provenance);
    }

    private static String file(Cell cell) {
        return Texts.fileName(cell);
    }

    /** Returns what tells this run from {@code asked}, with both values; empty if they are the same run. */
    Optional<String> differenceFrom(RunRecord asked) {
        return difference("", ResultsJson.tree(this), ResultsJson.tree(asked));
    }

    private static Optional<String> difference(String name, JsonNode recorded, JsonNode asked) {
        if (recorded.equals(asked)) {
            return Optional.empty();
        }
        if (recorded instanceof ObjectNode here && asked instanceof ObjectNode there) {
            return here.propertyNames().stream()
                    .filter(property -> !NO_IDENTITY.contains(property))
                    .flatMap(property ->
                            difference(qualified(name, property), here.path(property), there.path(property)).stream())
                    .findFirst();
        }
        return Optional.of(name + " " + recorded + ", and now it is " + asked);
    }

    private static String qualified(String name, String property) {
        return name.isEmpty() ? property : name + "." + property;
    }
}
