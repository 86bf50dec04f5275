package io.gauntlet.report.page;

import io.gauntlet.report.trial.RegimeGroup;
import io.gauntlet.report.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is shown of throughput along one axis.
 *
 * @param title what the contests share, and what differs
 * @param charts one for each contest, where they are drawn one by one
 * @param ratios all of them in small multiples, where they are not
 * @param tables all numbers
 * @param hasUnequalCallers whether callers of different roles compete, so that fairness is the point
 */
public record RegimeEntry(
        String title,
        List<Chart> charts,
        Optional<RatioChart> ratios,
        List<RateTable> tables,
        boolean hasUnequalCallers) {

    static List<RegimeEntry> of(Trial trial) {
        List<RegimeEntry> entries = new ArrayList<>();
        for (RegimeGroup group : trial.regimeGroups()) {
            entries.add(of(group, "throughput-" + (entries.size() + 1)));
        }
        return List.copyOf(entries);
    }

    private static RegimeEntry of(RegimeGroup group, String id) {
        Optional<RatioChart> ratios = RatioChart.of(group, id);
        return new RegimeEntry(
                Conditions.of(group),
                ratios.isPresent() ? List.of() : Chart.of(group, id),
                ratios,
                group.own().stream().map(RateTable::of).toList(),
                group.axis() == RegimeGroup.Axis.DEDICATED_WRITERS);
    }
}
