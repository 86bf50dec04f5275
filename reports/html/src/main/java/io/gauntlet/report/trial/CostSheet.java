package io.gauntlet.report.trial;

import io.gauntlet.evidence.CostResult;
import io.gauntlet.evidence.GrowthResult;
import io.gauntlet.evidence.MeasurementEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be shown of the costs of single operations.
 *
 * @param operations in the order in which they were measured
 * @param columns the reference first, if it was measured, then one for each strategy
 */
public record CostSheet(List<String> operations, List<Column> columns) {

    /** The name under which the reference stands. */
    public static final String REFERENCE = "no guard";

    public CostSheet {
        operations = List.copyOf(operations);
        columns = List.copyOf(columns);
    }

    static CostSheet of(MeasurementEvidence measurement, List<StrategyVerdict> strategies) {
        List<Column> columns = new ArrayList<>();
        Column reference = column(REFERENCE, MeasurementEvidence.CEILING, "", measurement);
        if (!reference.isEmpty()) {
            columns.add(reference);
        }
        strategies.forEach(verdict -> columns.add(column(
                verdict.strategy().name(),
                verdict.strategy().name(),
                verdict.whyNotProven().orElse(""),
                measurement)));
        return new CostSheet(
                Stream.concat(
                                measurement.costs().stream().map(CostResult::operation),
                                measurement.growth().stream().map(GrowthResult::operation))
                        .distinct()
                        .toList(),
                columns);
    }

    /** Returns the numbers of sessions with which any cost that may be shown was measured, rising. */
    public List<Integer> sessions() {
        return columns.stream()
                .flatMap(column -> column.costs().stream())
                .map(CostResult::sessions)
                .distinct()
                .sorted()
                .toList();
    }

    private static Column column(String name, String subject, String doubt, MeasurementEvidence measurement) {
        if (!doubt.isEmpty()) {
            return new Column(name, doubt, List.of(), List.of());
        }
        return new Column(
                name,
                "",
                measurement.costs().stream()
                        .filter(cost -> cost.subject().equals(subject))
                        .toList(),
                measurement.growth().stream()
                        .filter(growth -> growth.subject().equals(subject))
                        .toList());
    }

    /**
     * One strategy, or the reference.
     *
     * @param name how it is called
     * @param withheld why its numbers may not be shown; empty if they may
     * @param costs what may be shown
     * @param growth what may be shown
     */
    public record Column(String name, String withheld, List<CostResult> costs, List<GrowthResult> growth) {

        public Column {
            costs = List.copyOf(costs);
            growth = List.copyOf(growth);
        }

        boolean isEmpty() {
            return costs.isEmpty() && growth.isEmpty();
        }

        /** Returns what {@code operation} costs with so many sessions. */
        public Optional<CostResult> cost(String operation, int sessions) {
            return costs.stream()
                    .filter(cost -> cost.operation().equals(operation) && cost.sessions() == sessions)
                    .findFirst();
        }

        /** Returns how the cost of {@code operation} grows. */
        public Optional<GrowthResult> growth(String operation) {
            return growth.stream()
                    .filter(result -> result.operation().equals(operation))
                    .findFirst();
        }
    }
}
