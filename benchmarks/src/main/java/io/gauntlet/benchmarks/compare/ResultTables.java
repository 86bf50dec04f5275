package io.gauntlet.benchmarks.compare;

import io.gauntlet.evidence.CostResult;
import io.gauntlet.evidence.GrowthResult;
import io.gauntlet.evidence.Interval;
import io.gauntlet.evidence.JudgedCalls;
import io.gauntlet.evidence.LatencyResult;
import io.gauntlet.evidence.LatencyResult.Distribution;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.RegimeResult;
import io.gauntlet.evidence.RegimeResult.Comparison;
import io.gauntlet.evidence.RegimeResult.Fairness;
import io.gauntlet.evidence.RegimeResult.Settled;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The results as tables for a console. */
final class ResultTables {

    private static final String NONE = "-";

    private final StringBuilder text = new StringBuilder();

    private ResultTables() {}

    static String of(MeasurementEvidence evidence) {
        ResultTables tables = new ResultTables();
        evidence.regimes().forEach(tables::add);
        tables.addLatency(evidence.latency());
        tables.addCosts(evidence.costs());
        tables.addGrowth(evidence.growth());
        if (evidence.budget().equals(MeasurementEvidence.SMOKE_BUDGET)) {
            tables.line("%nThis budget shows that the stopwatches work: its numbers are no measurement.");
        }
        return tables.text.toString();
    }

    private void add(RegimeResult regime) {
        line("%nThroughput: %s", Texts.of(regime.regime()));
        line(
                "  %-18s %14s %-25s %-21s %7s %-7s %13s %13s %8s %6s %11s %9s",
                "strategy",
                "operations/s",
                "95 % interval",
                "ratio to MUTEX",
                "p (Holm)",
                "verdict",
                "reads/s",
                "writes/s",
                "slowest",
                "Jain",
                "longest ms",
                "unsettled");
        for (ThroughputResult result : regime.results()) {
            Optional<String> doubt = result.judged().whyNoVerdict();
            if (doubt.isPresent()) {
                line("  %-18s not shown: %s", result.subject(), doubt.get());
                continue;
            }
            Comparison comparison = result.againstYardstick();
            line(
                    "  %-18s %,14.0f %-25s %-21s %8s %-7s %,13.0f %,13.0f %8s %6s %11s %9s",
                    result.subject(),
                    result.opsPerSecond(),
                    range("%,.0f", result.opsInterval()),
                    comparison == null ? NONE : estimate(comparison.ratio()),
                    comparison == null ? NONE : number("%.4f", comparison.adjustedP()),
                    comparison == null ? NONE : comparison.speed(),
                    result.readsPerSecond(),
                    result.writesPerSecond(),
                    each(result.fairness(), fairness -> number("%.2f", fairness.slowestToMean())),
                    each(result.fairness(), fairness -> number("%.2f", fairness.jainIndex())),
                    each(result.fairness(), ResultTables::longestMillis),
                    result.settled().unsettledForks() + " of " + result.forks());
        }
        addJudged(regime.results());
        regime.results().forEach(this::addUnsettled);
        Interval floor = regime.noiseFloor();
        line(
                "  noise floor (MUTEX divided by itself): %s",
                floor == null ? "too few JVMs to tell, or without a verdict; nothing is compared" : estimate(floor));
    }

    private void addUnsettled(ThroughputResult result) {
        Settled settled = result.settled();
        if (!settled.why().isEmpty()) {
            line(
                    "  %s: %d of %d JVMs were not settled, and %d were run again: %s",
                    result.subject(),
                    settled.unsettledForks(),
                    result.forks(),
                    settled.repeatedForks(),
                    String.join("; ", settled.why()));
        }
    }

    private void addJudged(List<ThroughputResult> results) {
        List<JudgedCalls> judged =
                results.stream().map(ThroughputResult::judged).toList();
        DoubleSummaryStatistics perturbed = judged.stream()
                .flatMap(calls -> Stream.ofNullable(calls.toMeasured()))
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        if (perturbed.getCount() > 0) {
            line(
                    "  judged: %,d calls in %,d windows of these JVMs, of which %,d overlapped; inside a window callers make"
                            + " %.2f to %.2f of the calls a second that they make outside",
                    judged.stream().mapToLong(JudgedCalls::calls).sum(),
                    judged.stream().mapToLong(JudgedCalls::windows).sum(),
                    judged.stream().mapToLong(JudgedCalls::overlappingCalls).sum(),
                    perturbed.getMin(),
                    perturbed.getMax());
        }
    }

    /** Callers of different roles are told apart, readers before writers. */
    private static String each(List<Fairness> roles, Function<Fairness, String> value) {
        return roles.isEmpty()
                ? NONE
                : String.join("/", roles.stream().map(value).toList());
    }

    private static String longestMillis(Fairness fairness) {
        return Stream.of(fairness.longestReadMillis(), fairness.longestWriteMillis())
                .filter(Objects::nonNull)
                .max(Double::compare)
                .map(millis -> number("%.0f", millis))
                .orElse(NONE);
    }

    private void addLatency(List<LatencyResult> results) {
        if (results.isEmpty()) {
            return;
        }
        line(
                "%nLatency in microseconds since a call was due (in brackets: in service, as a closed loop would report it)");
        line(
                "  %-18s %-22s %5s %5s %14s %-8s %26s %26s %26s",
                "strategy", "callers", "reads", "load", "capacity/s", "kind", "median", "99 %", "longest");
        for (LatencyResult result : results) {
            String row = String.format(
                    Locale.ROOT,
                    "  %-18s %-22s %3d %% %3d %% %,14.0f",
                    result.subject(),
                    Texts.callers(result.callers(), result.threads()),
                    result.readPercent(),
                    result.loadPercent(),
                    result.capacityPerSecond());
            Optional<String> doubt = result.judged().whyNoVerdict();
            if (doubt.isPresent()) {
                line(
                        "  %-18s %-22s %3d %% %3d %% not shown: %s",
                        result.subject(),
                        Texts.callers(result.callers(), result.threads()),
                        result.readPercent(),
                        result.loadPercent(),
                        doubt.get());
                continue;
            }
            if (!result.sustained()) {
                line("%s not kept: %s", row, result.whyNot());
            }
            for (LatencyResult.Kind kind : LatencyResult.Kind.values()) {
                addLatency(row, result, kind);
            }
        }
    }

    private void addLatency(String row, LatencyResult result, LatencyResult.Kind kind) {
        Distribution sinceDue = distribution(result, kind, LatencyResult.View.SINCE_DUE);
        Distribution inService = distribution(result, kind, LatencyResult.View.IN_SERVICE);
        if (sinceDue != null && inService != null) {
            line(
                    "%s %-8s %26s %26s %26s",
                    row,
                    kind.name().toLowerCase(Locale.ROOT),
                    both(sinceDue, inService, 50),
                    both(sinceDue, inService, 99),
                    both(sinceDue, inService, 100));
        }
    }

    private static @Nullable Distribution distribution(
            LatencyResult result, LatencyResult.Kind kind, LatencyResult.View view) {
        return result.distributions().stream()
                .filter(found ->
                        found.source() == LatencyResult.Source.SUBJECT && found.kind() == kind && found.view() == view)
                .findFirst()
                .orElse(null);
    }

    private static String both(Distribution sinceDue, Distribution inService, double percent) {
        return micros(sinceDue, percent) + " (" + micros(inService, percent) + ")";
    }

    /** Absent where too few calls lie above that share. */
    private static String micros(Distribution distribution, double percent) {
        return distribution.percentiles().stream()
                .filter(point -> point.percent() == percent)
                .findFirst()
                .map(point -> number("%,.0f", point.micros()))
                .orElse(NONE);
    }

    private void addCosts(List<CostResult> costs) {
        if (!costs.isEmpty()) {
            line("%nCost of one operation for a caller who is alone");
            line("  %-26s %-18s %9s %14s %12s", "operation", "strategy", "sessions", "nanoseconds", "bytes");
            costs.forEach(cost -> line(
                    "  %-26s %-18s %,9d %,14.1f %,12.0f",
                    cost.operation(), cost.subject(), cost.sessions(), cost.nanos(), cost.allocatedBytes()));
        }
    }

    private void addGrowth(List<GrowthResult> growth) {
        if (!growth.isEmpty()) {
            line(
                    "%nGrowth of that cost: as the number of sessions to the power of the exponent (0 constant, 1 linear)");
            line("  %-26s %-18s %-16s %s", "operation", "strategy", "sessions", "exponent");
            growth.forEach(found -> line(
                    "  %-26s %-18s %-16s %s",
                    found.operation(),
                    found.subject(),
                    found.fromSessions() + " to " + found.toSessions(),
                    number("%.2f", found.exponent().estimate()) + " " + range("%.2f", found.exponent())));
        }
    }

    private static String estimate(Interval interval) {
        return number("%.2f", interval.estimate()) + " " + range("%.2f", interval);
    }

    private static String range(String format, @Nullable Interval interval) {
        return interval == null
                ? NONE
                : "[" + number(format, interval.low()) + ", " + number(format, interval.high()) + "]";
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be one dependency more
    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
