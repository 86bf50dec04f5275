package io.gauntlet.report.page;

import io.gauntlet.report.trial.LatencyGroup;
import io.gauntlet.report.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is shown of latency with one crowd of callers.
 *
 * @param title the conditions, and the load that is drawn
 * @param charts reads and writes at that load
 * @param tables reads and writes at every load
 */
public record LatencyEntry(String title, List<LatencyChart> charts, List<LatencyTable> tables) {

    static List<LatencyEntry> of(Trial trial) {
        List<LatencyEntry> entries = new ArrayList<>();
        for (LatencyGroup group : trial.latency()) {
            entries.add(of(group, "latency-" + (entries.size() + 1)));
        }
        return List.copyOf(entries);
    }

    private static LatencyEntry of(LatencyGroup group, String id) {
        return new LatencyEntry(
                Conditions.of(group)
                        + LatencyChart.load(group)
                                .map(load -> ", at " + load + " % of capacity")
                                .orElse(""),
                LatencyChart.of(group, id),
                LatencyTable.of(group));
    }
}
