package io.gauntlet.stress.soak;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.history.Limits;
import io.gauntlet.history.StartState;
import io.gauntlet.history.command.HistoryText;
import io.gauntlet.history.judge.Verdict;
import io.gauntlet.history.record.RendezvousException;
import io.gauntlet.history.record.WindowedRecorder;
import io.gauntlet.stress.trial.Finding;
import io.gauntlet.stress.watch.Stall;
import io.gauntlet.stress.watch.Watchdog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Many callers on one coordinator, and a judge of all that they were told.
 *
 * @param subject makes the coordinator
 * @param threads where callers come from
 * @param disturbance of their schedule
 * @param size how much of what is recorded
 * @param seed of all they ask
 * @param windowJudge of all windows; says how many there are
 * @param patience how long nobody may get on before the run counts as stalled
 * @param timeLimit how long it may take in all, before it counts as not run
 * @param folder where a window goes that no order explains
 */
record RecordedSoak(
        Function<CoordinatorConfig, SessionCoordinator> subject,
        ThreadFactory threads,
        Disturbance disturbance,
        Size size,
        long seed,
        WindowJudge windowJudge,
        Duration patience,
        Duration timeLimit,
        Path folder) {

    /**
     * How much is recorded.
     *
     * @param callers how many
     * @param callsPerWindow of each caller
     */
    record Size(int callers, int callsPerWindow) {}

    private static final int VIOLATIONS_SHOWN = 5;
    private static final int LINES_SHOWN = 100;

    Finding run() throws InterruptedException, ExecutionException, IOException {
        return new Run().finding();
    }

    private final class Run {

        private final Queue<Violation> violations = new ConcurrentLinkedQueue<>();
        private final WindowedRecorder recorder;
        private final List<RecordedCaller> callers;

        Run() {
            CoordinatorConfig config = SoakOperations.limits();
            SessionCoordinator coordinator = subject.apply(config);
            recorder = new WindowedRecorder(
                    coordinator,
                    fresh -> StartState.EMPTY,
                    Limits.of(config),
                    size.callers,
                    size.callsPerWindow,
                    // The watchdog, or the time limit, is to come first: they tell more.
                    timeLimit,
                    windowJudge);
            callers = IntStream.range(0, size.callers)
                    .mapToObj(number -> new RecordedCaller(number, coordinator, recorder, seed, violations))
                    .toList();
        }

        Finding finding() throws InterruptedException, ExecutionException, IOException {
            Optional<Stall> stall;
            try {
                stall = callTogether();
            } catch (TimeoutException e) {
                return Finding.notRun(
                        "the callers got on, but did not end within " + timeLimit.toSeconds() + " s", effort());
            }
            recorder.thrownAtTheEnd()
                    .ifPresent(thrown -> violations.add(
                            Violation.thrown("nobody else", recorder.windows(), new Operation.Snapshot(), thrown)));
            if (!violations.isEmpty()) {
                return thrown(List.copyOf(violations));
            }
            if (stall.isPresent()) {
                return Finding.failed(
                        stall.get().summary(), effort(), stall.get().whoWaitsForWhom());
            }
            return judged();
        }

        private Finding thrown(List<Violation> found) {
            StringBuilder witness = new StringBuilder("seed " + seed);
            found.stream()
                    .limit(VIOLATIONS_SHOWN)
                    .forEach(violation -> witness.append("\n\n").append(violation.details()));
            return Finding.failed(found.get(0).reason(), effort(), witness.toString());
        }

        private Finding judged() throws IOException {
            Optional<WindowJudge.Doubt> doubt = windowJudge.doubt();
            if (doubt.isPresent()) {
                return doubted(doubt.get());
            }
            List<String> gaps = new ArrayList<>();
            recorder.whyItEnded().ifPresent(gaps::add);
            windowJudge.shortcoming().ifPresent(gaps::add);
            Tally total = new Tally();
            callers.forEach(caller -> total.add(caller.tally()));
            gaps.addAll(total.gaps());
            return gaps.isEmpty() ? Finding.passed(effort()) : Finding.notRun(String.join("; ", gaps), effort());
        }

        private Finding doubted(WindowJudge.Doubt doubt) throws IOException {
            KeptWindow kept = KeptWindow.in(folder, doubt.number(), doubt.window());
            String text = HistoryText.of(doubt.window(), doubt.verdict());
            if (doubt.verdict() instanceof Verdict.Undecided undecided) {
                return Finding.notRun(
                        "window " + doubt.number() + " is undecided, the limit of " + undecided.limit()
                                + " was hit; with more time: " + kept.replay(),
                        effort());
            }
            return Finding.failed(
                    "no order explains the answers of window " + doubt.number() + " of " + size.callers + " callers",
                    effort(),
                    "seed " + seed + ", window " + doubt.number() + "; to judge it again: " + kept.replay() + "\n\n"
                            + shortened(text));
        }

        /** A page is to show it; the file has all of it. */
        private static String shortened(String text) {
            List<String> lines = text.lines().toList();
            int left = lines.size() - LINES_SHOWN;
            return left <= 0
                    ? text
                    : String.join("\n", lines.subList(0, 2)) + "\n... " + left + " more lines ...\n"
                            + String.join("\n", lines.subList(left + 2, lines.size())) + "\n";
        }

        private Map<String, Long> effort() {
            Map<String, Long> effort = new TreeMap<>(windowJudge.effort());
            effort.put("callers", (long) size.callers);
            return effort;
        }

        /** Grows while a caller gets on, or the judge is at work, which has limits of its own. */
        private long progress() {
            long ended = IntStream.range(0, size.callers)
                    .mapToLong(caller -> recorder.log(caller).ended())
                    .sum();
            return windowJudge.isJudging()
                    ? System.nanoTime()
                    : (long) recorder.windows() * size.callers * size.callsPerWindow + ended;
        }

        /** Returns the stall that ended the run, if it was one. */
        private Optional<Stall> callTogether() throws InterruptedException, ExecutionException, TimeoutException {
            List<CompletableFuture<Void>> ends = new ArrayList<>();
            List<Thread> started = new ArrayList<>();
            for (int number = 0; number < size.callers; number++) {
                RecordedCaller caller = callers.get(number);
                CompletableFuture<Void> end = new CompletableFuture<>();
                Thread thread = threads.newThread(disturbance.around(number, () -> callUntil(end, caller)));
                thread.setName(caller.name());
                ends.add(end);
                started.add(thread);
            }
            started.forEach(Thread::start);
            CompletableFuture<Void> ended = CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
            try (Watchdog watchdog = Watchdog.over(started, this::progress, patience)) {
                CompletableFuture.anyOf(ended, watchdog.stalled()).get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
                return ended.isDone()
                        ? Optional.empty()
                        : Optional.of(watchdog.stalled().get());
            } finally {
                if (!ended.isDone()) {
                    recorder.giveUp("the run was ended from outside");
                }
            }
        }

        private void callUntil(CompletableFuture<Void> end, RecordedCaller caller) {
            try {
                caller.call();
                end.complete(null);
            } catch (RendezvousException sentAway) {
                recorder.giveUp(String.valueOf(sentAway.getMessage()));
                end.complete(null);
            } catch (Throwable broken) {
                recorder.giveUp(caller.name() + " broke: " + broken);
                end.completeExceptionally(broken);
            }
        }
    }
}
