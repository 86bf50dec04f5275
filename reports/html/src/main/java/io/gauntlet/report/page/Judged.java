package io.gauntlet.report.page;

import io.gauntlet.evidence.JudgedCalls;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How much of what the callers of measured JVMs were told was judged. */
final class Judged {

    private Judged() {}

    /** Returns it in words; empty if nothing was. */
    static Optional<String> of(MeasurementEvidence run) {
        List<JudgedCalls> judged = run.regimes().stream()
                .flatMap(measured -> measured.results().stream())
                .map(ThroughputResult::judged)
                .toList();
        long calls = judged.stream().mapToLong(JudgedCalls::calls).sum();
        long overlapping =
                judged.stream().mapToLong(JudgedCalls::overlappingCalls).sum();
        DoubleSummaryStatistics rates = judged.stream()
                .flatMap(one -> Stream.ofNullable(one.toMeasured()))
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        return calls == 0 || rates.getCount() == 0
                ? Optional.empty()
                : Optional.of("Between the stretches that are measured the callers wrote down what they were told: "
                        + Numbers.count(calls) + " calls in "
                        + Numbers.of(
                                judged.stream().mapToLong(JudgedCalls::windows).sum(), "window") + ", of which "
                        + Numbers.percent(overlapping / (double) calls)
                        + " were under way while another was. They were judged, and no dot is drawn without the verdict "
                        + "LINEARIZABLE on every JVM behind it. Inside a window callers make "
                        + Numbers.ratio(rates.getMin())
                        + " to " + Numbers.ratio(rates.getMax())
                        + " times as many calls a second as measured outside: that is what writing down, and starting "
                        + "together, do to them.");
    }
}
