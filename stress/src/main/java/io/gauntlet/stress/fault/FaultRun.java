package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SnapshotInvariants;
import io.gauntlet.coordinator.contract.StateChangeReport;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import io.gauntlet.history.StartState;
import io.gauntlet.history.command.HistoryText;
import io.gauntlet.history.judge.Judge;
import io.gauntlet.history.judge.JudgeLimits;
import io.gauntlet.history.judge.Verdict;
import io.gauntlet.history.record.RendezvousException;
import io.gauntlet.history.record.WindowedRecorder;
import io.gauntlet.stress.soak.Violation;
import io.gauntlet.stress.trial.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many callers on one new coordinator while one fault is under way, and the questions afterwards:
 *
 * <ol>
 *   <li>did the others go on: each caller that the fault does not strike must get through its calls while the fault lasts;
 *   <li>is nothing lost that was acknowledged: each answer is held against its caller's {@link Ledger}, the end against all of
 *       them;
 *   <li>do the invariants hold, in each snapshot and at the end;
 *   <li>does no lock stay held: {@link FreshCallers} are answered;
 *   <li>is there an order that explains the answers, a call whose caller died in it being one that never returned.
 * </ol>
 *
 * The last is asked of windows, as far as the judge decides them at once: the others need no luck, and are what counts.
 *
 * <p>It lasts until the fault has happened often enough, however fast or slow the machine is. A run that has not come to that in
 * most of its time is NOT RUN, and names the fault and what there was too little of.
 *
 * @param fault its name
 * @param provocation brings it about; for this run alone
 * @param subject makes the coordinator
 * @param size how much is asked
 * @param seed of all that is asked
 * @param watch how long to wait for callers
 */
record FaultRun(
        String fault,
        Provocation provocation,
        Function<CoordinatorConfig, SessionCoordinator> subject,
        FaultSize size,
        long seed,
        Watch watch) {

    private static final int FIRST_FAULTY_WINDOW = 2;
    private static final int VIOLATIONS_SHOWN = 5;
    private static final int LINES_SHOWN = 100;
    static final int MAX_PENDING_STATE_CHANGES = 64;
    private static final int MAX_OUTPUT_BYTES = 16_384;

    /** What it keeps of its time for what comes after the fault. */
    private static final int SHARE_OF_THE_END = 4;

    /** Two for each caller, and one for those who come afterwards. */
    private static final int SESSIONS_PER_CALLER = 2;

    /**
     * For one window. Where all 128 callers overlap all the time some windows take the judge long: those are left to the ledgers,
     * and counted.
     */
    private static final JudgeLimits JUDGE =
            JudgeLimits.defaults().withMaxTime(Duration.ofMillis(250)).withMaxMemoryBytes(1L << 26);

    Finding run() throws InterruptedException {
        return new Run().finding();
    }

    private final class Run {

        private final Queue<Violation> violations = new ConcurrentLinkedQueue<>();
        private final CoordinatorConfig config;
        private final SessionCoordinator coordinator;
        private final WindowedRecorder recorder;
        private final List<FaultCaller> callers;
        private final SortedMap<String, Long> effort = new TreeMap<>();
        private final long lastProvocation = System.nanoTime()
                + watch.timeLimit()
                        .minus(watch.timeLimit().dividedBy(SHARE_OF_THE_END))
                        .toNanos();

        // Written while all callers stand still, and when they have gone.
        private final List<History> kept = Collections.synchronizedList(new ArrayList<>());
        private final Balance balance = new Balance();
        private final AtomicInteger windows = new AtomicInteger();

        Run() {
            OwnCode ownCode = new OwnCode(provocation);
            config = CoordinatorConfig.defaults()
                    .withMaxActiveSessions(size.callers() * SESSIONS_PER_CALLER + 1)
                    .withMaxPendingStateChanges(MAX_PENDING_STATE_CHANGES)
                    .withMaxOutputBytes(MAX_OUTPUT_BYTES)
                    .withClock(ownCode)
                    .withStore(ownCode);
            coordinator = subject.apply(config);
            recorder = new WindowedRecorder(
                    coordinator,
                    fresh -> StartState.EMPTY,
                    Limits.of(config),
                    size.callers(),
                    size.callsPerWindow(),
                    watch.timeLimit(),
                    this::take);
            callers = IntStream.range(0, size.callers())
                    .mapToObj(number -> new FaultCaller(
                            new Ledger(number, config),
                            number,
                            coordinator,
                            ownCode,
                            provocation,
                            recorder.log(number),
                            seed,
                            violations))
                    .toList();
        }

        /** Takes a window, while all callers stand still, and returns whether there is another. */
        private boolean take(History window) {
            keep(window);
            provocation.windowEnded();
            return windows.get() < size.windows()
                    || (!provocation.isEnough() && System.nanoTime() - lastProvocation < 0);
        }

        /** Keeps a window to be judged later, when nobody waits for it. */
        private void keep(History window) {
            windows.incrementAndGet();
            window.calls().stream()
                    .filter(call -> call.caller() == size.callers())
                    .map(Call::outcome)
                    .forEach(balance::report);
            if (kept.size() < size.mostWindowsKept()) {
                kept.add(window);
            }
        }

        Finding finding() throws InterruptedException {
            try {
                callTogether();
                if (!violations.isEmpty()) {
                    return violated(Question.ANSWERS);
                }
                watch.inThreadOfItsOwn("the caller who comes last", this::judgeTheEnd);
                if (!violations.isEmpty()) {
                    return violated(Question.END);
                }
                FreshCallers.complaints(coordinator, config, watch).forEach(this::complain);
                return violations.isEmpty() ? judged() : violated(Question.FRESH_CALLERS);
            } catch (StalledException stalled) {
                return violations.isEmpty()
                        ? failed(
                                Question.PROGRESS,
                                String.valueOf(stalled.getMessage()),
                                stalled.stall().whoWaitsForWhom())
                        : violated(Question.ANSWERS);
            } catch (TimeoutException tooSlow) {
                return violations.isEmpty() ? notRun(List.of(tooSlow.getMessage())) : violated(Question.ANSWERS);
            }
        }

        private Finding violated(Question question) {
            return failed(
                    question,
                    violations.element().reason(),
                    violations.stream()
                            .limit(VIOLATIONS_SHOWN)
                            .map(Violation::details)
                            .collect(Collectors.joining("\n\n")));
        }

        private void complain(String complaint) {
            violations.add(new Violation(complaint, "after all callers had gone: " + complaint));
        }

        private void callTogether() throws StalledException, TimeoutException, InterruptedException {
            Gate gate = new Gate((int) callers.stream()
                    .filter(caller -> !provocation.strikes(caller.number()))
                    .count());
            List<CompletableFuture<Void>> ends = new ArrayList<>();
            List<CompletableFuture<Void>> endsOfOthers = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (FaultCaller caller : callers) {
                CompletableFuture<Void> end = new CompletableFuture<>();
                threads.add(Watch.daemon(caller.name(), () -> call(caller, gate), end));
                ends.add(end);
                if (!provocation.strikes(caller.number())) {
                    endsOfOthers.add(end);
                }
            }
            CompletableFuture<Void> othersEnded = allOf(endsOfOthers).whenComplete((ended, broken) -> {
                if (!gate.isOpen()) {
                    // Something was wrong before the fault set in: it need not any more.
                    endProvocation(gate);
                }
            });
            CompletableFuture<Void> provoked = new CompletableFuture<>();
            threads.add(Watch.daemon("provoker", () -> provoke(gate, othersEnded), provoked));
            ends.add(provoked);
            try {
                threads.forEach(Thread::start);
                watch.waitFor("callers", threads, allOf(ends), this::progress);
            } finally {
                endProvocation(gate);
                recorder.giveUp("the run is over");
            }
            recorder.thrownAtTheEnd()
                    .ifPresent(thrown -> violations.add(
                            Violation.thrown("nobody else", recorder.windows(), new Operation.Snapshot(), thrown)));
        }

        private void endProvocation(Gate gate) {
            provocation.end();
            gate.open();
        }

        private static CompletableFuture<Void> allOf(List<CompletableFuture<Void>> ends) {
            return CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
        }

        private void call(FaultCaller caller, Gate gate) {
            try {
                caller.call(
                        recorder,
                        provocation.strikesSome() ? size.windows() : FIRST_FAULTY_WINDOW,
                        gate,
                        watch.timeLimit());
            } catch (RendezvousException sentAway) {
                recorder.giveUp(String.valueOf(sentAway.getMessage()));
            }
        }

        private void provoke(Gate gate, CompletableFuture<Void> othersEnded) {
            try {
                gate.awaitCallers();
                provocation.setIn(callers);
                gate.open();
                provocation.keepUp(callers, () -> othersEnded.isDone() || !violations.isEmpty());
                othersEnded.get(watch.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new IllegalStateException("the callers did not end", e);
            } finally {
                provocation.end();
            }
        }

        /** Grows while a caller gets on. */
        private long progress() {
            return recorder.windows() + FaultCaller.answered(callers);
        }

        /** Asks when all have gone, and holds the answers against all that was acknowledged to anybody. */
        private void judgeTheEnd() {
            try {
                long start = System.nanoTime();
                StateChangeReport rest = coordinator.processStateChanges();
                long between = System.nanoTime();
                CoordinatorSnapshot last = coordinator.snapshot();
                long end = System.nanoTime();
                if (provocation.strikesSome()) {
                    History history = recorder.unfinishedWindow().orElseThrow();
                    List<Call> calls = new ArrayList<>(history.calls());
                    calls.add(lastCall(new Operation.ProcessStateChanges(), rest, start, between));
                    calls.add(lastCall(new Operation.Snapshot(), last, between, end));
                    keep(history.withCalls(calls));
                } else if (rest.drained() > 0) {
                    complain(rest.drained() + " changes waited after all had been processed");
                }
                judge(last);
            } catch (Throwable thrown) {
                violations.add(Violation.thrown("the caller who came last", 1, new Operation.Snapshot(), thrown));
            }
        }

        private Call lastCall(Operation asked, Object answer, long invokedNanos, long returnedNanos) {
            return new Call(size.callers(), asked, new Outcome.Answered(answer), invokedNanos, returnedNanos);
        }

        private void judge(CoordinatorSnapshot last) {
            SnapshotInvariants.violations(last, config).forEach(this::complain);
            List<Ledger> ledgers = callers.stream().map(FaultCaller::ledger).toList();
            ledgers.forEach(balance::add);
            balance.imbalances(last).forEach(this::complain);
            for (Ledger ledger : ledgers) {
                ledger.missing(last, provocation.store().load(ledger.id())).forEach(this::complain);
                effort.merge("effects acknowledged", ledger.effects(), Long::sum);
            }
        }

        private Finding judged() {
            int decided = 0;
            for (History history : kept) {
                Verdict verdict = new Judge(JUDGE).judge(history);
                if (verdict instanceof Verdict.NotLinearizable) {
                    return failed(
                            Question.ORDER,
                            "none explains the answers",
                            HistoryText.of(history, verdict)
                                    .lines()
                                    .limit(LINES_SHOWN)
                                    .collect(Collectors.joining("\n")));
                } else if (verdict instanceof Verdict.Undecided) {
                    break;
                }
                decided++;
                effort.merge("calls judged", (long) history.calls().size(), Long::sum);
            }
            effort.put("windows judged", (long) decided);
            effort.put("windows left to the ledgers", (long) windows.get() - decided);
            List<String> gaps = gaps();
            return gaps.isEmpty() ? Finding.passed(effort()) : notRun(gaps);
        }

        private List<String> gaps() {
            List<String> gaps = new ArrayList<>();
            if (windows.get() < size.windows()) {
                gaps.add(windows + " of " + size.windows() + " windows came to their end");
            }
            provocation.amounts().stream()
                    .filter(amount -> !amount.isEnough())
                    .map(amount -> "only " + amount)
                    .forEach(gaps::add);
            return gaps;
        }

        private SortedMap<String, Long> effort() {
            provocation.amounts().forEach(amount -> effort.put(amount.name(), amount.count()));
            return effort;
        }

        private Finding notRun(List<String> gaps) {
            return Finding.notRun(fault + ": too little was tried: " + String.join("; ", gaps), effort());
        }

        private Finding failed(Question question, String reason, String witness) {
            return Finding.failed(
                    fault + ": " + question.text() + ": " + reason,
                    effort(),
                    "fault " + fault + ", seed " + seed + "\n\n" + witness);
        }
    }
}
