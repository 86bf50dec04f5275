package io.gauntlet.report.page;

import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.Sitting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sitting of the measurement, and what the machine was like.
 *
 * @param startedAt when
 * @param cells the rest, in words
 */
public record SittingRow(String startedAt, List<String> cells) {

    static List<SittingRow> of(MeasurementEvidence run) {
        return run.sittings().stream().map(SittingRow::of).toList();
    }

    private static SittingRow of(Sitting sitting) {
        return new SittingRow(
                sitting.startedAt(),
                List.of(
                        Numbers.duration(sitting.seconds()),
                        Numbers.count(sitting.forks()),
                        number(sitting.cgroupCores(), " cores"),
                        Optional.ofNullable(sitting.governor()).orElse("not told"),
                        number(sitting.stealPercent(), " %"),
                        number(sitting.loadBefore(), ""),
                        number(sitting.loadAfter(), ""),
                        sitting.collector(),
                        sitting.jvmArguments().isEmpty() ? "none" : String.join(" ", sitting.jvmArguments())));
    }

    private static String number(@Nullable Double number, String unit) {
        return number == null ? "not told" : String.format(Locale.ROOT, "%.2f", number) + unit;
    }
}
