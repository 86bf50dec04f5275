package io.gauntlet.benchmarks.latency;

import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.benchmarks.fork.LatencyTiming;
import io.gauntlet.benchmarks.record.RecordedTrial;
import io.gauntlet.benchmarks.workload.Population;
import io.gauntlet.benchmarks.workload.Tape;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SnapshotInvariants;
import io.gauntlet.evidence.LatencyResult.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * The course of one measurement, in the JVM that is measured: warm up, find the capacity, offer the loads, have some calls
 * written down after each, judge the invariants.
 *
 * <p>Capacity is what the same callers reach in the same loop when every call is due at once, clocks and histograms included:
 * a load in percent of a rate that no caller here could reach would be no statement about the subject. Each load is offered
 * twice, to the subject and to a target that does nothing, on one schedule and from the same places on the tape. What the
 * second shows is the machine and the harness: how late callers wake, and how long they then wait for a processor.
 */
final class LatencyRun {

    /** Shares of the warm-up, in percent: as fast as possible first, so that what comes after can be a share of that. */
    private static final int SUBJECT_SATURATED = 45;

    private static final int NO_OP_SATURATED = 10;
    private static final int SUBJECT_OFFERED = 20;
    private static final int NO_OP_OFFERED = 10;
    private static final int ALL_CALLERS = 15;

    private static final int MOST_WINDOWS = 20;

    private static final double WARM_UP_LOAD = 0.2;

    private final LatencyCell cell;
    private final LatencyTiming timing;
    private final long seed;
    private final CoordinatorConfig config;
    private final SessionCoordinator coordinator;
    private final Tape tape;
    private final Target subject;
    private final ThreadFactory threads;
    private final RecordedTrial trial;
    private int sittings;

    /** @param create makes the coordinator on trial, with no session */
    LatencyRun(
            LatencyCell cell, LatencyTiming timing, long seed, Function<CoordinatorConfig, SessionCoordinator> create) {
        this.cell = cell;
        this.timing = timing;
        this.seed = seed;
        Population population = new Population(cell.sessions());
        config = population.config();
        coordinator = create.apply(config);
        population.openIn(coordinator, /* waiting= */ cell.sessions() / 5);
        tape = new Tape(seed, cell.readPercent(), population);
        subject = position -> tape.perform(position, coordinator);
        threads = CallerFactory.of(cell.threads());
        trial = new RecordedTrial(coordinator, config, cell.callers());
    }

    /**
     * What was measured.
     *
     * @param capacityPerSecond calls a second with callers that never wait
     * @param recorded what callers wrote down between the loads
     */
    record Outcome(double capacityPerSecond, List<Load> loads, RecordedTrial.Recorded recorded) {}

    /** One load, as the subject met it and as the no-op did. */
    record Load(int percent, Played subject, Played noOp) {

        Played of(Source source) {
            return switch (source) {
                case SUBJECT -> subject;
                case NO_OP -> noOp;
            };
        }

        /** Returns what showed that the load was not kept; empty if it was. */
        String whyNot() {
            if (!noOp.whyNot().isEmpty()) {
                return "the machine or the harness could not keep this load, so it says nothing of the subject: even"
                        + " with a target that does nothing, " + noOp.whyNot();
            }
            return subject.whyNot();
        }
    }

    /**
     * Measures.
     *
     * @throws IllegalStateException if invariants were broken, a caller failed or did not come back, or nothing was done
     */
    Outcome measure() {
        Callers callers = new Callers(cell.callers(), tape, seed, threads);
        int[] places = callers.places();
        warmUp(callers, places);
        record(callers, places, /* kept= */ false);
        double capacity = capacity(callers, timing.capacityMillis(), places);
        List<Load> loads = new ArrayList<>();
        for (int percent : timing.loadPercents()) {
            loads.add(offer(callers, percent, capacity * percent / 100, places));
            record(callers, places, /* kept= */ true);
        }
        judge();
        return new Outcome(capacity, List.copyOf(loads), trial.recorded());
    }

    private void record(Callers callers, int[] places, boolean kept) {
        // What is broken is told by its own name.
        judge();
        callers.record(trial, ++sittings, kept, places);
    }

    private Load offer(Callers callers, int percent, double callsPerSecond, int[] places) {
        int[] samePlaces = places.clone();
        Played bySubject = callers.offer(subject, callsPerSecond, timing.loadMillis(), places);
        Played byNoOp = callers.offer(Target.NO_OP, callsPerSecond, timing.loadMillis(), samePlaces);
        return new Load(percent, bySubject, byNoOp);
    }

    /**
     * A few callers play first, fast and then on a schedule, both targets, so that the compiler has seen all of it. Once
     * all of them run, the compiler gets one share of the processor in as many as there are callers, and what is measured for
     * many seconds is the interpreter. All of them meet at the end.
     */
    private void warmUp(Callers all, int[] places) {
        int processors = Runtime.getRuntime().availableProcessors();
        Callers few = new Callers(Math.min(cell.callers(), Math.max(2, processors)), tape, seed, threads);
        int[] fewPlaces = few.places();
        few.saturate(Target.NO_OP, warmUpMillis(NO_OP_SATURATED), few.places());
        double rate = capacity(few, warmUpMillis(SUBJECT_SATURATED), fewPlaces);
        few.offer(subject, WARM_UP_LOAD * rate, warmUpMillis(SUBJECT_OFFERED), fewPlaces);
        few.offer(Target.NO_OP, WARM_UP_LOAD * rate, warmUpMillis(NO_OP_OFFERED), few.places());
        all.saturate(subject, warmUpMillis(ALL_CALLERS), places);
    }

    private int warmUpMillis(int sharePercent) {
        return Math.max(1, timing.warmUpMillis() * sharePercent / 100);
    }

    /** Returns the calls a second of the first window in which one was done: on a busy machine callers may miss a short one. */
    private double capacity(Callers callers, int millis, int[] places) {
        for (int window = 0; window < MOST_WINDOWS; window++) {
            double perSecond = callers.saturate(subject, millis, places).donePerSecond();
            if (perSecond > 0) {
                return perSecond;
            }
        }
        throw new IllegalStateException(
                cell.subject() + " with " + cell.callers() + " callers did not finish a single call in any of "
                        + MOST_WINDOWS + " windows of " + millis + " ms: there is no capacity to take a load of");
    }

    private void judge() {
        List<String> violations = SnapshotInvariants.violations(coordinator.snapshot(), config);
        if (!violations.isEmpty()) {
            throw new IllegalStateException(cell.subject() + " at " + cell.readPercent()
                    + " % reads broke its invariants, its times are void: " + String.join("; ", violations));
        }
    }
}
