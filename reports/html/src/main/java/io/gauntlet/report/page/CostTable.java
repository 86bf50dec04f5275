package io.gauntlet.report.page;

import io.gauntlet.evidence.CostResult;
import io.gauntlet.evidence.GrowthResult;
import io.gauntlet.evidence.Interval;
import io.gauntlet.report.trial.CostSheet;
import java.util.List;
import java.util.Optional;

/**
 * What operations cost, or how their costs grow: a row for each operation, a column for each strategy.
 *
 * @param title what the cells say
 * @param columns the names of the columns
 * @param rows one for each operation
 */
public record CostTable(String title, List<String> columns, List<Row> rows) {

    /** An exponent this near to 1 is called linear. */
    private static final double NEARLY = 0.1;

    /** One operation. */
    public record Row(String operation, List<Cell> cells) {}

    /**
     * One operation of one strategy.
     *
     * @param style {@code number}, {@code open} for what asks for attention, {@code absent} where there is no number
     * @param note what stands below; empty if nothing does
     */
    public record Cell(String text, String note, String style) {}

    /** Returns costs with the fewest sessions measured; empty if there are none. */
    static Optional<CostTable> first(CostSheet sheet) {
        return sheet.sessions().stream().findFirst().map(sessions -> of(sheet, sessions));
    }

    /** Returns costs with more sessions, a table for each number of them. */
    static List<CostTable> others(CostSheet sheet) {
        return sheet.sessions().stream()
                .skip(1)
                .map(sessions -> of(sheet, sessions))
                .toList();
    }

    /** Returns how costs grow; empty if that is not known of any. */
    static Optional<CostTable> growth(CostSheet sheet) {
        List<GrowthResult> all = sheet.columns().stream()
                .flatMap(column -> column.growth().stream())
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int from = all.stream().mapToInt(GrowthResult::fromSessions).min().orElseThrow();
        int to = all.stream().mapToInt(GrowthResult::toSessions).max().orElseThrow();
        return Optional.of(new CostTable(
                "From " + Numbers.count(from) + " to " + Numbers.of(to, "session")
                        + ", time grows as their number to the power of this exponent, with its 95 % interval",
                names(sheet),
                sheet.operations().stream()
                        .filter(operation -> all.stream()
                                .anyMatch(growth -> growth.operation().equals(operation)))
                        .map(operation -> new Row(
                                operation,
                                sheet.columns().stream()
                                        .map(column -> column.growth(operation)
                                                .map(CostTable::grown)
                                                .orElse(absent(column)))
                                        .toList()))
                        .toList()));
    }

    private static CostTable of(CostSheet sheet, int sessions) {
        return new CostTable(
                "Time and allocation of one operation by a caller who is alone, with "
                        + Numbers.of(sessions, "session"),
                names(sheet),
                sheet.operations().stream()
                        .filter(operation -> sheet.columns().stream()
                                .anyMatch(column ->
                                        column.cost(operation, sessions).isPresent()))
                        .map(operation -> new Row(
                                operation,
                                sheet.columns().stream()
                                        .map(column -> column.cost(operation, sessions)
                                                .map(CostTable::cost)
                                                .orElse(absent(column)))
                                        .toList()))
                        .toList());
    }

    private static List<String> names(CostSheet sheet) {
        return sheet.columns().stream().map(CostSheet.Column::name).toList();
    }

    private static Cell cost(CostResult cost) {
        Interval interval = cost.nanosInterval();
        return new Cell(
                Numbers.time(cost.nanos()) + ", " + Numbers.bytes(cost.allocatedBytes()),
                interval == null ? "" : "[" + Numbers.time(interval.low()) + ", " + Numbers.time(interval.high()) + "]",
                "number");
    }

    private static Cell grown(GrowthResult growth) {
        Interval exponent = growth.exponent();
        boolean flat = exponent.contains(0);
        boolean linear = exponent.contains(1) || Math.abs(exponent.estimate() - 1) < NEARLY;
        String word = linear && flat
                ? "unclear"
                : linear ? "linear" : flat ? "constant" : exponent.estimate() < 0 ? "falls" : "grows";
        return new Cell(
                Numbers.decimal(exponent.estimate()) + ", " + word,
                "[" + Numbers.decimal(exponent.low()) + ", " + Numbers.decimal(exponent.high()) + "]",
                flat && !linear ? "number" : "open");
    }

    private static Cell absent(CostSheet.Column column) {
        return new Cell(column.withheld().isEmpty() ? "not measured" : column.withheld(), "", "absent");
    }
}
