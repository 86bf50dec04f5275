package io.gauntlet.report.trial;

import io.gauntlet.evidence.Interval;
import io.gauntlet.evidence.LatencyResult;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What weakens a measurement, as sentences: the gravest first. */
final class MeasurementCaveats {

    /** With fewer JVMs a point, an interval's own 95 % is a rough figure. */
    private static final int ENOUGH_FORKS = 20;

    private static final double NOTABLE_STEAL_PERCENT = 0.1;
    private static final double NOTABLE_NOISE = 0.05;
    private static final double NOTABLE_LOAD = 0.5;

    private MeasurementCaveats() {}

    static List<String> of(MeasurementEvidence run) {
        List<String> caveats = new ArrayList<>();
        if (run.budget().equals(MeasurementEvidence.SMOKE_BUDGET)) {
            caveats.add("Not a measurement: the smoke budget shows that the stopwatch works and ranks nothing. "
                    + "Measure with mvn verify -Pcompare.");
        }
        if (!run.complete()) {
            caveats.add("The measurement is incomplete: not every planned JVM was measured, so intervals are wider or "
                    + "missing.");
        }
        Stream.of(
                        notJudged(run),
                        latencyNotJudged(run),
                        crowding(run),
                        quota(run),
                        steal(run),
                        busy(run),
                        noise(run),
                        unsettled(run),
                        compilers(run),
                        forks(run),
                        governor(run))
                .flatMap(Optional::stream)
                .forEach(caveats::add);
        if (run.sittings().size() > 1) {
            caveats.add("It was measured in " + run.sittings().size()
                    + " sittings: what changed on the machine between them is in the numbers.");
        }
        return List.copyOf(caveats);
    }

    private static Optional<String> notJudged(MeasurementEvidence run) {
        List<ThroughputResult> all = results(run);
        List<ThroughputResult> withheld = all.stream()
                .filter(result -> result.judged().whyNoVerdict().isPresent())
                .toList();
        return withheld.stream()
                .findFirst()
                .map(first -> withheld.size() + " of " + all.size()
                        + " points are not shown: the answers of their callers have no verdict. The first is "
                        + first.subject() + ", " + first.judged().whyNoVerdict().orElseThrow() + ".");
    }

    private static Optional<String> latencyNotJudged(MeasurementEvidence run) {
        List<LatencyResult> withheld = run.latency().stream()
                .filter(result -> result.judged().whyNoVerdict().isPresent())
                .toList();
        return withheld.stream()
                .findFirst()
                .map(first -> "Latency under " + withheld.size() + " of "
                        + run.latency().size()
                        + " loads is not shown: the answers of its callers have no verdict. The first is "
                        + first.subject() + ", " + first.judged().whyNoVerdict().orElseThrow() + ".");
    }

    private static Optional<String> crowding(MeasurementEvidence run) {
        int callers = IntStream.concat(
                        run.regimes().stream()
                                .mapToInt(measured -> measured.regime().callers()),
                        run.latency().stream().mapToInt(LatencyResult::callers))
                .max()
                .orElse(0);
        int cores = run.provenance().cores();
        return callers <= cores
                ? Optional.empty()
                : Optional.of("Up to " + callers + " callers shared " + cores
                        + (cores == 1 ? " core" : " cores") + ": most callers waited for a core, not for a lock. "
                        + "On a machine with more cores the order may differ.");
    }

    private static Optional<String> quota(MeasurementEvidence run) {
        return run.sittings().stream()
                .flatMap(sitting -> Stream.ofNullable(sitting.cgroupCores()))
                .min(Comparator.naturalOrder())
                .filter(quota -> quota < run.provenance().cores())
                .map(quota -> "The control group allowed the time of " + shortly(quota) + " of "
                        + run.provenance().cores() + " cores: callers stood still whenever it was used up.");
    }

    private static Optional<String> steal(MeasurementEvidence run) {
        return run.sittings().stream()
                .flatMap(sitting -> Stream.ofNullable(sitting.stealPercent()))
                .max(Comparator.naturalOrder())
                .filter(steal -> steal > NOTABLE_STEAL_PERCENT)
                .map(steal -> "The hypervisor gave up to " + shortly(steal)
                        + " % of the processors' time to others (steal): the numbers of that sitting are too low, and "
                        + "noisier.");
    }

    private static Optional<String> busy(MeasurementEvidence run) {
        return run.sittings().stream()
                .flatMap(sitting -> Stream.ofNullable(sitting.loadBefore()))
                .max(Comparator.naturalOrder())
                .filter(load -> load > NOTABLE_LOAD)
                .map(load -> "The machine was not idle before a sitting began: its load was " + shortly(load)
                        + ", where 1 is one core's worth.");
    }

    private static Optional<String> noise(MeasurementEvidence run) {
        List<Interval> noisy = run.regimes().stream()
                .flatMap(measured -> Stream.ofNullable(measured.noiseFloor()))
                .filter(floor -> unrest(floor) > NOTABLE_NOISE)
                .sorted(Comparator.comparingDouble(MeasurementCaveats::unrest).reversed())
                .toList();
        return noisy.isEmpty()
                ? Optional.empty()
                : Optional.of("MUTEX under two names (A/A) differs from itself by more than 5 %, or is known no better "
                        + "than that, under " + noisy.size() + " of "
                        + run.regimes().size()
                        + " regimes; at worst " + ratio(noisy.get(0))
                        + ". A difference of that size says nothing there.");
    }

    /** Returns how far an A/A ratio lies from 1, or half the width of its interval if that is more. */
    private static double unrest(Interval floor) {
        return Math.max(Math.abs(floor.estimate() - 1), (floor.high() - floor.low()) / 2);
    }

    private static Optional<String> unsettled(MeasurementEvidence run) {
        List<ThroughputResult> all = results(run);
        List<ThroughputResult> unsettled =
                all.stream().filter(result -> result.unsettledShare() > 0).toList();
        return unsettled.stream()
                .map(ThroughputResult::unsettledShare)
                .max(Comparator.naturalOrder())
                .map(most -> "Some JVMs were not in their steady state, and neither were those run in their place, in "
                        + unsettled.size() + " of " + all.size()
                        + " points, at worst " + shortly(100 * most)
                        + " % of a point's JVMs: their means hide a drift.");
    }

    private static Optional<String> compilers(MeasurementEvidence run) {
        int jvms = results(run).stream().mapToInt(ThroughputResult::forks).sum();
        int first = results(run).stream()
                .mapToInt(result -> result.settled().compilerFirstForks())
                .sum();
        return first == jvms
                ? Optional.empty()
                : Optional.of("The compiler's threads went before the callers' in " + first + " of " + jvms
                        + " JVMs, since it needs rights: the others took longer to settle.");
    }

    private static Optional<String> forks(MeasurementEvidence run) {
        return results(run).stream()
                .map(ThroughputResult::forks)
                .min(Comparator.naturalOrder())
                .filter(forks -> forks < ENOUGH_FORKS)
                .map(forks -> (forks == 1
                                ? "Some points rest on 1 JVM, which gives no interval. "
                                : "Intervals rest on as few as " + forks
                                        + " JVMs a point, so that their own 95 % is a rough figure. ")
                        + "Believe large differences, not small ones.");
    }

    private static Optional<String> governor(MeasurementEvidence run) {
        return run.sittings().stream()
                .flatMap(sitting -> Stream.ofNullable(sitting.governor()))
                .filter(governor -> !governor.equals("performance"))
                .findFirst()
                .map(governor ->
                        "The scaling governor was “" + governor + "”: the processors' clock changed with their load.");
    }

    private static List<ThroughputResult> results(MeasurementEvidence run) {
        return run.regimes().stream()
                .flatMap(measured -> measured.results().stream())
                .toList();
    }

    private static String ratio(Interval floor) {
        return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", floor.estimate(), floor.low(), floor.high());
    }

    private static String shortly(double number) {
        return String.format(Locale.ROOT, number == Math.rint(number) ? "%.0f" : "%.1f", number);
    }
}
