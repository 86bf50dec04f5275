package io.gauntlet.benchmarks.compare;

import io.gauntlet.evidence.MeasurementEvidence.Interval;
import io.gauntlet.evidence.MeasurementEvidence.ThroughputResult;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The results as a table for a console. */
final class ResultTable {

    private ResultTable() {}

    static String of(List<ThroughputResult> results) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%5s  %-18s %14s  %-27s %14s %14s %14s  %s%n",
                "reads",
                "subject",
                "operations/s",
                "95 % interval",
                "reads/s",
                "writes/s",
                "effective/s",
                "ratio to MUTEX"));
        for (ThroughputResult result : results) {
            Interval operations = result.opsPerSecond();
            table.append(String.format(
                    Locale.ROOT,
                    "%3d %%  %-18s %,14.0f  %-27s %,14.0f %,14.0f %,14.0f  %s%n",
                    result.readPercent(),
                    result.subject(),
                    operations.estimate(),
                    String.format(Locale.ROOT, "[%,.0f, %,.0f]", operations.low(), operations.high()),
                    result.readsPerSecond(),
                    result.writesPerSecond(),
                    result.effectivePerSecond(),
                    ratio(result.ratioToMutex())));
        }
        return table.toString();
    }

    private static String ratio(@Nullable Interval ratio) {
        return ratio == null
                ? "-"
                : String.format(Locale.ROOT, "%.3g [%.3g, %.3g]", ratio.estimate(), ratio.low(), ratio.high());
    }
}
