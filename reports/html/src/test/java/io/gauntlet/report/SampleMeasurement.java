package io.gauntlet.report;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.CostResult;
import io.gauntlet.evidence.GrowthResult;
import io.gauntlet.evidence.Interval;
import io.gauntlet.evidence.JudgedCalls;
import io.gauntlet.evidence.LatencyResult;
import io.gauntlet.evidence.LatencyResult.Distribution;
import io.gauntlet.evidence.LatencyResult.Kind;
import io.gauntlet.evidence.LatencyResult.Percentile;
import io.gauntlet.evidence.LatencyResult.Source;
import io.gauntlet.evidence.LatencyResult.View;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.Provenance;
import io.gauntlet.evidence.Regime;
import io.gauntlet.evidence.RegimeResult;
import io.gauntlet.evidence.RegimeResult.Comparison;
import io.gauntlet.evidence.RegimeResult.Fairness;
import io.gauntlet.evidence.RegimeResult.Role;
import io.gauntlet.evidence.RegimeResult.Settled;
import io.gauntlet.evidence.RegimeResult.Speed;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import io.gauntlet.evidence.Sitting;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A made-up measurement as a full run would leave it: many regimes, ties for first, loads that were not kept. */
public final class SampleMeasurement {

    private static final long SEED = 20261124;
    private static final int FORKS = 10;
    private static final List<String> OPERATIONS = List.of(
            "createSession+closeSession",
            "switchSession",
            "activeSessionId",
            "getSession",
            "listSessions",
            "getWaitingSessions",
            "updateSessionState",
            "processStateChanges",
            "updateResourceStats",
            "snapshot");
    private static final List<Integer> LOADS = List.of(10, 25, 50, 75, 90);

    /** Throughput in terms of MUTEX's, by strategy, from only reads to only writes. */
    private static final double[][] RATIOS = {
        {0.93, 1.0, 0.31, 1.9, 4.6, 5.2, 5.3},
        {0.95, 1.0, 0.30, 1.4, 3.9, 4.1, 4.4},
        {0.98, 1.0, 0.31, 0.8, 1.7, 1.2, 1.6},
        {1.01, 1.0, 0.33, 0.6, 0.99, 0.55, 0.84},
        {1.02, 1.0, 0.35, 0.5, 0.97, 0.41, 0.70}
    };

    private SampleMeasurement() {}

    static MeasurementEvidence complete(Provenance provenance) {
        return new MeasurementEvidence(
                "standard",
                SEED,
                /* complete= */ true,
                List.of(new Sitting(
                        "2026-11-24T00:00:00Z",
                        3_431.7,
                        1_240,
                        null,
                        null,
                        0.02,
                        0.11,
                        2.41,
                        "G1",
                        List.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC", "-XX:-UsePerfData"))),
                regimes().stream().map(SampleMeasurement::contest).toList(),
                costs(),
                growth(),
                latency(),
                provenance);
    }

    /** Returns {@code run} with its regimes changed. */
    public static MeasurementEvidence regimes(MeasurementEvidence run, UnaryOperator<List<RegimeResult>> change) {
        return new MeasurementEvidence(
                run.budget(),
                run.seed(),
                run.complete(),
                run.sittings(),
                change.apply(run.regimes()),
                run.costs(),
                run.growth(),
                run.latency(),
                run.provenance());
    }

    /** Returns {@code run} with each throughput changed. */
    public static MeasurementEvidence results(MeasurementEvidence run, UnaryOperator<ThroughputResult> change) {
        return regimes(
                run,
                regimes -> regimes.stream()
                        .map(measured -> new RegimeResult(
                                measured.regime(),
                                measured.noiseFloor(),
                                measured.results().stream().map(change).toList()))
                        .toList());
    }

    /** Returns {@code run} with other sittings. */
    public static MeasurementEvidence sittings(MeasurementEvidence run, List<Sitting> sittings) {
        return new MeasurementEvidence(
                run.budget(),
                run.seed(),
                run.complete(),
                sittings,
                run.regimes(),
                run.costs(),
                run.growth(),
                run.latency(),
                run.provenance());
    }

    /** Returns {@code run} with one JVM a point: no interval, no comparison, no order. */
    public static MeasurementEvidence alone(MeasurementEvidence run) {
        MeasurementEvidence alone = results(
                run,
                result -> new ThroughputResult(
                        result.subject(),
                        1,
                        result.iterations(),
                        result.opsPerSecond(),
                        null,
                        result.readsPerSecond(),
                        result.writesPerSecond(),
                        result.effectivePerSecond(),
                        settled(1),
                        null,
                        List.of(),
                        result.fairness(),
                        linearizable(1)));
        return new MeasurementEvidence(
                alone.budget(),
                alone.seed(),
                alone.complete(),
                alone.sittings(),
                alone.regimes().stream()
                        .map(measured -> new RegimeResult(measured.regime(), null, measured.results()))
                        .toList(),
                alone.costs().stream()
                        .map(cost -> new CostResult(
                                cost.operation(),
                                cost.subject(),
                                cost.sessions(),
                                1,
                                cost.nanos(),
                                null,
                                cost.allocatedBytes()))
                        .toList(),
                List.of(),
                alone.latency(),
                alone.provenance());
    }

    /** Returns the same numbers with another judgement of them. */
    public static ThroughputResult judged(
            ThroughputResult result, Settled settled, @Nullable Comparison comparison, List<String> fasterThan) {
        return judged(result, settled, comparison, fasterThan, result.judged());
    }

    /** Returns the same numbers, whose answers were not all judged: nothing is compared. */
    public static ThroughputResult undecided(ThroughputResult result, String why) {
        JudgedCalls judged = new JudgedCalls(
                result.forks(), result.forks(), result.forks() - 1, 1, why, 180, 92_160, 40_000, 2.1e6, 0.71);
        return judged(result, result.settled(), null, List.of(), judged);
    }

    private static ThroughputResult judged(
            ThroughputResult result,
            Settled settled,
            @Nullable Comparison comparison,
            List<String> fasterThan,
            JudgedCalls judged) {
        return new ThroughputResult(
                result.subject(),
                result.forks(),
                result.iterations(),
                result.opsPerSecond(),
                result.opsInterval(),
                result.readsPerSecond(),
                result.writesPerSecond(),
                result.effectivePerSecond(),
                settled,
                comparison,
                fasterThan,
                result.fairness(),
                judged);
    }

    /** Returns {@code run}, in which one subject's latency has no verdict. */
    public static MeasurementEvidence undecidedLatency(MeasurementEvidence run, String subject, String why) {
        return new MeasurementEvidence(
                run.budget(),
                run.seed(),
                run.complete(),
                run.sittings(),
                run.regimes(),
                run.costs(),
                run.growth(),
                run.latency().stream()
                        .map(result -> result.subject().equals(subject) ? undecided(result, why) : result)
                        .toList(),
                run.provenance());
    }

    private static LatencyResult undecided(LatencyResult result, String why) {
        return new LatencyResult(
                result.subject(),
                result.callers(),
                result.threads(),
                result.readPercent(),
                result.sessions(),
                result.loadPercent(),
                result.forks(),
                result.capacityPerSecond(),
                result.offeredPerSecond(),
                result.achievedPerSecond(),
                result.sustained(),
                result.whyNot(),
                result.distributions(),
                new JudgedCalls(result.forks(), 0, 0, 0, why, 0, 0, 0, null, null));
    }

    /** Returns the judge's good news on so many JVMs. */
    public static JudgedCalls linearizable(int forks) {
        return new JudgedCalls(forks, forks, forks, 0, "", 18L * forks, 9_216L * forks, 6_800L * forks, 2.1e6, 0.72);
    }

    /** Returns {@code run}, in which one subject has no verdict: it is compared with nobody, and nobody with it. */
    public static MeasurementEvidence undecided(MeasurementEvidence run, String subject, String why) {
        return results(
                run,
                result -> result.subject().equals(subject)
                        ? undecided(result, why)
                        : judged(
                                result,
                                result.settled(),
                                subject.equals(MeasurementEvidence.YARDSTICK) ? null : result.againstYardstick(),
                                result.fasterThan().stream()
                                        .filter(other -> !other.equals(subject))
                                        .toList()));
    }

    /** Returns what a machine in use leaves behind: two sittings, steal, an A/A pair that strays, JVMs that never settled. */
    public static MeasurementEvidence disturbed(MeasurementEvidence run, String governor) {
        MeasurementEvidence unsettled = results(
                run,
                result -> judged(
                        result,
                        result.subject().equals("LOCK_FREE")
                                ? new Settled(
                                        4,
                                        7,
                                        FORKS,
                                        List.of(
                                                "iterations rose by 21 % on the whole",
                                                "iterations fell by 12 % on the whole"))
                                : settled(FORKS),
                        result.againstYardstick(),
                        result.fasterThan()));
        MeasurementEvidence noisy = regimes(
                unsettled,
                regimes -> regimes.stream()
                        .map(measured -> measured.regime().callers() == 256
                                ? new RegimeResult(
                                        measured.regime(), new Interval(0.93, 0.86, 1.02), measured.results())
                                : measured)
                        .toList());
        return sittings(
                noisy,
                List.of(
                        new Sitting(
                                "2026-11-24T00:00:00Z",
                                900,
                                300,
                                1.5,
                                governor,
                                2.4,
                                1.8,
                                2.6,
                                "G1",
                                List.of("-Xmx1g")),
                        new Sitting(
                                "2026-11-24T09:00:00Z", 2_531.7, 940, null, null, null, null, null, "G1", List.of())));
    }

    private static List<Regime> regimes() {
        List<Regime> regimes = new ArrayList<>();
        for (int reads : new int[] {100, 99, 90, 50, 0}) {
            regimes.add(new Regime(128, CallerThreads.PLATFORM, 0, reads, 10));
        }
        for (int callers : new int[] {1, 8, 32, 126, 256}) {
            regimes.add(new Regime(callers, CallerThreads.PLATFORM, 0, 90, 10));
        }
        for (int sessions : new int[] {1_000, 10_000}) {
            regimes.add(new Regime(128, CallerThreads.PLATFORM, 0, 90, sessions));
        }
        regimes.add(new Regime(128, CallerThreads.PLATFORM, 8, 100, 10));
        for (int reads : new int[] {99, 90, 50}) {
            regimes.add(new Regime(128, CallerThreads.VIRTUAL, 0, reads, 10));
        }
        regimes.add(new Regime(256, CallerThreads.VIRTUAL, 0, 90, 10));
        regimes.add(new Regime(256, CallerThreads.PLATFORM, 0, 99, 1_000));
        return regimes;
    }

    private static RegimeResult contest(Regime regime) {
        Random random = new Random(SEED
                + regime.callers() * 31L
                + regime.sessions() * 7L
                + regime.readPercent()
                + regime.threads().ordinal());
        double mutex = 7.4e6 / (1 + (100 - regime.readPercent()) / 60.0) / Math.pow(regime.sessions() / 10.0, 0.08);
        List<ThroughputResult> rough = new ArrayList<>();
        for (CoordinatorStrategy strategy : CoordinatorStrategy.values()) {
            double spread = 0.02 + random.nextDouble() * 0.05;
            double ratio = ratio(strategy, regime) * (0.99 + random.nextDouble() / 50);
            boolean yardstick = strategy == CoordinatorStrategy.MUTEX;
            rough.add(
                    result(strategy.name(), regime, mutex * ratio, spread, yardstick ? null : compare(ratio, spread)));
        }
        List<ThroughputResult> results = new ArrayList<>(
                rough.stream().map(result -> ranked(result, rough)).toList());
        if (regime.readPercent() == 100 && regime.dedicatedWriters() == 0) {
            results.add(result(MeasurementEvidence.CEILING, regime, 61.5e6, 0.03, null));
        }
        return new RegimeResult(regime, new Interval(1.004, 0.985, 1.021), results);
    }

    private static double ratio(CoordinatorStrategy strategy, Regime regime) {
        int mix = List.of(100, 99, 90, 50, 0).indexOf(regime.readPercent());
        double ratio = RATIOS[regime.dedicatedWriters() > 0 ? 2 : mix][strategy.ordinal() % RATIOS[0].length];
        return Math.pow(ratio, Math.log(regime.callers() + 1) / Math.log(129));
    }

    private static Comparison compare(double ratio, double spread) {
        Interval interval = new Interval(ratio, ratio * (1 - spread), ratio * (1 + spread));
        Speed speed = interval.contains(1) ? Speed.TIE : ratio > 1 ? Speed.FASTER : Speed.SLOWER;
        return new Comparison(interval, speed == Speed.TIE ? 0.41 : 0.0004, speed);
    }

    /** Gives {@code own} all those that its interval lies above. */
    private static ThroughputResult ranked(ThroughputResult own, List<ThroughputResult> all) {
        return new ThroughputResult(
                own.subject(),
                own.forks(),
                own.iterations(),
                own.opsPerSecond(),
                own.opsInterval(),
                own.readsPerSecond(),
                own.writesPerSecond(),
                own.effectivePerSecond(),
                own.settled(),
                own.againstYardstick(),
                all.stream()
                        .filter(other ->
                                other.opsInterval().high() < own.opsInterval().low())
                        .map(ThroughputResult::subject)
                        .toList(),
                own.fairness(),
                own.judged());
    }

    private static Settled settled(int forks) {
        return new Settled(0, 0, /* compilerFirstForks= */ forks, List.of());
    }

    private static ThroughputResult result(
            String subject, Regime regime, double ops, double spread, Comparison comparison) {
        double writeShare = regime.dedicatedWriters() > 0 ? 0.02 : (100 - regime.readPercent()) / 100.0;
        double reads = ops * (1 - writeShare);
        double writes = ops * writeShare;
        boolean fair = subject.equals("FAIR_MUTEX");
        return new ThroughputResult(
                subject,
                FORKS,
                /* iterations= */ 5,
                ops,
                new Interval(ops, ops * (1 - spread), ops * (1 + spread)),
                reads,
                writes,
                reads + writes * 0.72,
                settled(FORKS),
                comparison,
                List.of(),
                regime.dedicatedWriters() == 0
                        ? List.of(new Fairness(
                                Role.ALIKE,
                                regime.callers(),
                                fair ? 0.98 : 0.71,
                                fair ? 1 : 0.97,
                                regime.readPercent() == 0 ? null : 48.2,
                                regime.readPercent() == 100 ? null : 212.9))
                        : List.of(
                                new Fairness(Role.READER, 120, fair ? 0.97 : 0.66, 0.96, 61.2, null),
                                new Fairness(Role.WRITER, 8, fair ? 0.99 : 0.42, 0.88, null, 1_840.5)),
                linearizable(FORKS));
    }

    private static List<CostResult> costs() {
        List<CostResult> costs = new ArrayList<>();
        for (String operation : OPERATIONS) {
            for (int sessions : new int[] {10, 100, 1_000, 10_000}) {
                subjects().forEach(subject -> {
                    double nanos = 12
                            + 9 * OPERATIONS.indexOf(operation)
                            + (subject.equals(MeasurementEvidence.CEILING) ? 0 : 21)
                            + (operation.equals("listSessions") ? sessions * 1.7 : 0);
                    costs.add(new CostResult(
                            operation,
                            subject,
                            sessions,
                            FORKS,
                            nanos,
                            new Interval(nanos, nanos * 0.98, nanos * 1.03),
                            operation.startsWith("get") ? 0 : 24.5 * OPERATIONS.indexOf(operation)));
                });
            }
        }
        return costs;
    }

    private static List<GrowthResult> growth() {
        List<GrowthResult> growth = new ArrayList<>();
        for (String operation : OPERATIONS) {
            subjects()
                    .forEach(subject -> growth.add(new GrowthResult(
                            operation,
                            subject,
                            10,
                            10_000,
                            switch (operation) {
                                case "listSessions" -> new Interval(0.97, 0.94, 0.99);
                                case "switchSession" -> new Interval(0.11, 0.08, 0.14);
                                default -> new Interval(0.004, -0.01, 0.02);
                            })));
        }
        return growth;
    }

    private static Stream<String> subjects() {
        return Stream.concat(
                Stream.of(MeasurementEvidence.CEILING),
                Stream.of(CoordinatorStrategy.values()).map(Enum::name));
    }

    private static List<LatencyResult> latency() {
        List<LatencyResult> latency = new ArrayList<>();
        for (CoordinatorStrategy strategy : CoordinatorStrategy.values()) {
            for (int load : LOADS) {
                latency.add(latency(strategy, 128, CallerThreads.PLATFORM, load));
                latency.add(latency(strategy, 256, CallerThreads.PLATFORM, load));
                latency.add(latency(strategy, 128, CallerThreads.VIRTUAL, load));
            }
        }
        return latency;
    }

    private static LatencyResult latency(CoordinatorStrategy strategy, int callers, CallerThreads threads, int load) {
        Random random = new Random(
                SEED + strategy.name().hashCode() + callers + threads.name().hashCode());
        boolean fair = strategy == CoordinatorStrategy.FAIR_MUTEX;
        boolean sustained = load < 90 && !(fair && load >= (callers == 256 ? 50 : 75));
        double capacity = 240e3 * (fair ? 0.3 : 1 + random.nextDouble());
        double wait = (fair ? 900 : 220 + random.nextInt(300)) * callers / 128.0 / (100 - load);
        List<Distribution> distributions = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            double more = kind == Kind.WRITE ? 1.6 : 1;
            distributions.add(distribution(Source.SUBJECT, kind, View.SINCE_DUE, 9 * wait * more, 45));
            distributions.add(distribution(Source.SUBJECT, kind, View.IN_SERVICE, 0.4 * more, 12));
            distributions.add(distribution(Source.NO_OP, kind, View.SINCE_DUE, 6 * wait, 20));
        }
        return new LatencyResult(
                strategy.name(),
                callers,
                threads,
                90,
                10,
                load,
                FORKS,
                capacity,
                capacity * load / 100,
                capacity * Math.min(load, sustained ? load : 60) / 100,
                sustained,
                sustained ? "" : "the backlog grew to 3.2 s in 4 of 10 JVMs",
                sustained ? distributions : List.of(),
                linearizable(FORKS));
    }

    private static Distribution distribution(Source source, Kind kind, View view, double median, double tail) {
        return new Distribution(
                source,
                kind,
                view,
                480_000,
                List.of(
                        new Percentile(50, median),
                        new Percentile(99, median * Math.sqrt(tail)),
                        new Percentile(99.9, median * tail),
                        new Percentile(100, median * tail * 4)));
    }
}
