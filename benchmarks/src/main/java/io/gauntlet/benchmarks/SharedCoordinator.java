package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.fork.CallerLedger;
import io.gauntlet.benchmarks.fork.JudgedHistory;
import io.gauntlet.benchmarks.fork.ThroughputFork.CallerTotal;
import io.gauntlet.benchmarks.fork.WarmUpBound;
import io.gauntlet.benchmarks.fork.WarmedUp;
import io.gauntlet.benchmarks.fork.WindowFile;
import io.gauntlet.benchmarks.record.RecordedTrial;
import io.gauntlet.benchmarks.record.TrialJudge;
import io.gauntlet.benchmarks.warmup.HotSpotCompiler;
import io.gauntlet.benchmarks.warmup.Time;
import io.gauntlet.benchmarks.warmup.WarmUpLimits;
import io.gauntlet.benchmarks.workload.Parts;
import io.gauntlet.benchmarks.workload.Population;
import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SnapshotInvariants;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The one coordinator, and what its callers have to agree on. The first to come opens it, the last to leave judges its
 * invariants and the answers that were written down: a fast wrong answer scores nothing, and leaves no ledger.
 *
 * <p>Not by JMH's set-up and tear-down of a shared state: while one caller is busy with those the others sleep for a second.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets parameters, then the first caller opens
public class SharedCoordinator {

    /** {@link BenchmarksMain} puts every strategy in the place of this one, so that there is only one list of them. */
    @Param("MUTEX")
    public String strategy;

    @Param({"100", "99", "90", "50"})
    public int readPercent;

    @Param("0")
    public int dedicatedWriters;

    @Param("10")
    public int sessions;

    @Param("20261124")
    public long seed;

    final Window window;
    final Tally tally = new Tally();
    Parts parts;
    SessionCoordinator coordinator;
    StartingLine startingLine;
    private CoordinatorConfig config;
    private @Nullable RecordedTrial recorded;
    private @Nullable Preparation preparation;
    private final NavigableMap<Integer, CallerTotal> totals = new TreeMap<>();

    public SharedCoordinator() {
        this(new Window(Window.LEAD_IN_NANOS));
    }

    SharedCoordinator(Window window) {
        this.window = window;
    }

    /** Opens the sessions, unless another caller did. */
    synchronized void open(int callers) {
        if (coordinator != null) {
            return;
        }
        Subject subject = Subject.named(strategy);
        subject.requireSharableAt(readPercent, dedicatedWriters);
        Population population = new Population(sessions);
        config = population.config();
        parts = new Parts(seed, readPercent, dedicatedWriters, callers, population);
        startingLine = new StartingLine(callers);
        SessionCoordinator opened = create(subject, config);
        population.openIn(opened, /* waiting= */ sessions / 5);
        if (WindowFile.asked().isPresent()) {
            recorded = new RecordedTrial(opened, config, callers);
        }
        coordinator = opened;
    }

    /** Returns where callers warm up, the same for all. */
    synchronized Preparation preparation(int callers) {
        if (preparation == null) {
            preparation = new Preparation(
                    WarmUpLimits.within(WarmUpBound.millis()), HotSpotCompiler.ofThisJvm(), Time.SYSTEM, callers);
        }
        return preparation;
    }

    /** Takes note that an iteration of JMH is over. */
    void ended(Phase phase) {
        preparation(parts.callers()).ended(phase);
    }

    /**
     * Has a caller write down some of its calls, with all others, where that is asked for.
     *
     * @param number of the iteration that is over
     * @param kept whether they are judged
     * @return where on its tape the caller is then
     */
    int record(int number, boolean kept, int index, int position) {
        RecordedTrial trial = recorded;
        return trial == null ? position : trial.play(number, kept, index, parts.tape(index), position);
    }

    SessionCoordinator create(Subject subject, CoordinatorConfig config) {
        return subject.create(config);
    }

    /** Takes note of a caller who leaves; the last one closes the books. */
    synchronized void leave(int index, CallerTotal total) {
        totals.put(index, total);
        if (totals.size() == parts.callers()) {
            judgeInvariants();
            JudgedHistory history = judgeHistory();
            WarmedUp warmedUp = preparation == null ? WarmedUp.UNKNOWN : preparation.warmedUp();
            CallerLedger.asked()
                    .ifPresent(file -> CallerLedger.write(
                            file,
                            new CallerLedger.Entries(
                                    List.copyOf(totals.values()), tally.measured(), warmedUp, history)));
        }
    }

    private JudgedHistory judgeHistory() {
        return recorded == null
                ? JudgedHistory.NONE
                : judge().judge(
                                strategy + " at " + readPercent + " % reads",
                                recorded.recorded(),
                                WindowFile.asked().orElseThrow());
    }

    TrialJudge judge() {
        return new TrialJudge(TrialJudge.LIMITS, Runtime.getRuntime().availableProcessors());
    }

    private void judgeInvariants() {
        List<String> violations = SnapshotInvariants.violations(coordinator.snapshot(), config);
        if (!violations.isEmpty()) {
            throw new IllegalStateException(strategy + " at " + readPercent
                    + " % reads broke its invariants, its numbers are void: " + String.join("; ", violations));
        }
    }
}
