package io.gauntlet.stress.soak;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SnapshotInvariants;
import io.gauntlet.stress.trial.Finding;
import io.gauntlet.stress.watch.Stall;
import io.gauntlet.stress.watch.Watchdog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many callers on one coordinator.
 *
 * @param subject makes the coordinator
 * @param threads where callers come from
 * @param callers how many
 * @param operationsPerCaller how many operations each of them asks
 * @param seed of all they ask
 * @param patience how long nobody may get on before the run counts as stalled
 * @param timeLimit how long it may take in all, before it counts as not run
 */
record Soak(
        Function<CoordinatorConfig, SessionCoordinator> subject,
        ThreadFactory threads,
        int callers,
        int operationsPerCaller,
        long seed,
        Duration patience,
        Duration timeLimit) {

    private static final int VIOLATIONS_SHOWN = 5;

    Finding run() throws InterruptedException, ExecutionException {
        CoordinatorConfig limits = SoakOperations.limits();
        SessionCoordinator coordinator = subject.apply(limits);
        Queue<Violation> violations = new ConcurrentLinkedQueue<>();
        List<Caller> all = IntStream.rangeClosed(1, callers)
                .mapToObj(number -> new Caller(number, coordinator, limits, operationsPerCaller, seed, violations))
                .toList();

        Optional<Stall> stall;
        try {
            stall = callTogether(all);
        } catch (TimeoutException e) {
            return Finding.notRun(
                    "the callers got on, but did not end within " + timeLimit.toSeconds() + " s",
                    Map.of("callers", (long) callers, "operations", progress(all)));
        }
        if (!violations.isEmpty()) {
            return failed(List.copyOf(violations), Map.of("callers", (long) callers, "operations", progress(all)));
        }
        if (stall.isPresent()) {
            return Finding.failed(
                    stall.get().summary(),
                    Map.of("callers", (long) callers, "operations", progress(all)),
                    stall.get().whoWaitsForWhom());
        }
        Tally total = new Tally();
        all.forEach(caller -> total.add(caller.tally()));
        return judged(total, coordinator.snapshot(), limits);
    }

    private static long progress(List<Caller> callers) {
        return callers.stream().mapToLong(Caller::progress).sum();
    }

    /** Returns the stall that ended the run, if it was one. */
    private Optional<Stall> callTogether(List<Caller> all)
            throws InterruptedException, ExecutionException, TimeoutException {
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        List<Thread> started = new ArrayList<>();
        for (Caller caller : all) {
            CompletableFuture<Void> end = new CompletableFuture<>();
            Thread thread = threads.newThread(() -> callFrom(start, caller, end));
            thread.setName(caller.name());
            ends.add(end);
            started.add(thread);
        }
        started.forEach(Thread::start);
        CompletableFuture<Void> ended = CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
        try (Watchdog watchdog = Watchdog.over(started, () -> progress(all), patience)) {
            start.countDown();
            CompletableFuture.anyOf(ended, watchdog.stalled()).get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
            return ended.isDone()
                    ? Optional.empty()
                    : Optional.of(watchdog.stalled().get());
        }
    }

    private void callFrom(CountDownLatch start, Caller caller, CompletableFuture<Void> end) {
        try {
            if (!start.await(timeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the other callers were not started within " + timeLimit);
            }
            caller.call();
            end.complete(null);
        } catch (Throwable broken) {
            end.completeExceptionally(broken);
        }
    }

    private Finding judged(Tally total, CoordinatorSnapshot last, CoordinatorConfig limits) {
        Map<String, Long> effort = total.effort(limits, callers);
        long asked = (long) callers * operationsPerCaller;
        if (total.operations() != asked) {
            String lost = asked + " operations were asked, " + total.operations() + " were answered";
            return Finding.failed(lost, effort, lost);
        }
        List<String> wrong = new ArrayList<>(SnapshotInvariants.violations(last, limits));
        wrong.addAll(total.imbalances(last));
        if (!wrong.isEmpty()) {
            return Finding.failed(
                    "after the last call: " + wrong.get(0), effort, String.join("\n", wrong) + "\n" + last);
        }
        List<String> gaps = total.gaps();
        return gaps.isEmpty() ? Finding.passed(effort) : Finding.notRun(String.join("; ", gaps), effort);
    }

    private Finding failed(List<Violation> violations, Map<String, Long> effort) {
        String witness = violations.stream()
                .limit(VIOLATIONS_SHOWN)
                .map(Violation::details)
                .collect(Collectors.joining("\n\n", "seed " + seed + "\n\n", ""));
        return Finding.failed(violations.get(0).reason(), effort, witness);
    }
}
