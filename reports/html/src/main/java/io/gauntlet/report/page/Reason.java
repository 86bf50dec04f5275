package io.gauntlet.report.page;

import io.gauntlet.report.trial.Finding;
import io.gauntlet.report.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why some cells of the matrix are not "passed". Cells with one reason share an entry.
 *
 * @param id of the entry on the page
 * @param state how the cells read
 * @param where which tools, by strategy
 * @param why the reason
 */
public record Reason(String id, State state, List<String> where, String why) {

    static List<Reason> of(Trial trial) {
        Map<Key, Map<String, List<String>>> cells = new LinkedHashMap<>();
        trial.strategies()
                .forEach(verdict -> verdict.findings().forEach((checker, finding) -> {
                    State state = State.of(finding);
                    if (state != State.PASSED) {
                        cells.computeIfAbsent(new Key(state, why(finding)), key -> new LinkedHashMap<>())
                                .computeIfAbsent(verdict.strategy().name(), name -> new ArrayList<>())
                                .add(checker.title());
                    }
                }));
        List<Reason> reasons = new ArrayList<>();
        cells.entrySet().stream()
                .sorted(Comparator.comparing(cell -> cell.getKey().state()))
                .forEach(cell -> reasons.add(new Reason(
                        "why-" + (reasons.size() + 1),
                        cell.getKey().state(),
                        where(cell.getValue()),
                        cell.getKey().why())));
        return List.copyOf(reasons);
    }

    private static List<String> where(Map<String, List<String>> toolsByStrategy) {
        return toolsByStrategy.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                .toList();
    }

    static String why(Finding finding) {
        if (finding instanceof Finding.Failed failed) {
            return failed.evidence().reason();
        }
        if (finding instanceof Finding.NotRun notRun) {
            return notRun.reason();
        }
        return finding instanceof Finding.NotApplicable notApplicable ? notApplicable.reason() : "";
    }

    private record Key(State state, String why) {}
}
