package io.gauntlet.benchmarks.latency;

import io.gauntlet.benchmarks.workload.Population;
import io.gauntlet.benchmarks.workload.Tape;
import java.util.function.LongUnaryOperator;

/** Real callers on simulated clocks, one after the other: what they meet is the same in every run. */
final class Simulation {

    static final long MILLI = 1_000_000;

    final Distributions distributions = Distributions.empty();
    private Tally tally = Tally.NOTHING;
    private final Window window;
    private final long rotationNanos;

    /** @param service when a call ends that begins at an instant */
    Simulation(
            ExponentialGaps gaps,
            int callers,
            double meanGapNanos,
            Window window,
            int readPercent,
            LongUnaryOperator service) {
        this.window = window;
        this.rotationNanos = Backlog.rotationNanos(callers, /* processors= */ 2);
        Tape tape = new Tape(1, readPercent, new Population(10));
        for (int number = 0; number < callers; number++) {
            SimulatedClock clock = new SimulatedClock();
            clock.moveTo(window.begins());
            Target target = position -> {
                clock.moveTo(service.applyAsLong(clock.nanoTime()));
                return Boolean.TRUE;
            };
            CallTimes times = new CallTimes();
            Caller caller = new Caller(clock, target, tape, 0, gaps.schedule(number, meanGapNanos), window, times);
            caller.play();
            tally = tally.plus(caller.tally());
            times.addTo(distributions);
        }
    }

    Tally tally() {
        return tally;
    }

    String whyNot() {
        return Backlog.whyNot(tally, window, rotationNanos);
    }
}
