package io.gauntlet.benchmarks.record;

import io.gauntlet.benchmarks.fork.JudgedHistory;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.file.HistoryFiles;
import io.gauntlet.history.judge.Judge;
import io.gauntlet.history.judge.JudgeLimits;
import io.gauntlet.history.judge.Verdict;
import io.gauntlet.history.record.Overlap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Decides about all windows of a trial, in a few seconds at most: of time on a processor, so that a busy machine does not change
 * a verdict. That is why it has a thread of its own, for a virtual caller's time cannot be told.
 */
public final class TrialJudge {

    private static final long MOST_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long BOUND_SECONDS = 90;
    private static final double NANOS_PER_SECOND = 1e9;

    /** For one window; the heap of a measured JVM is small. */
    public static final JudgeLimits LIMITS =
            JudgeLimits.defaults().withMaxTime(Duration.ofSeconds(2)).withMaxMemoryBytes(1L << 27);

    private final JudgeLimits limits;
    private final int cores;

    /** @param cores that callers could run on at once */
    public TrialJudge(JudgeLimits limits, int cores) {
        this.limits = limits;
        this.cores = cores;
    }

    /**
     * Judges.
     *
     * @param who was asked, for messages
     * @param file where a window goes that no order explains
     * @throws IllegalStateException if there is such a window; the message names the file, and how to judge it again
     */
    public JudgedHistory judge(String who, RecordedTrial.Recorded recorded, Path file) {
        if (recorded.windows().isEmpty()) {
            return JudgedHistory.NONE;
        }
        FutureTask<JudgedHistory> verdict = new FutureTask<>(() -> judgeHere(who, recorded, file));
        Thread judge = new Thread(verdict, "judge");
        judge.setDaemon(true);
        judge.start();
        try {
            return verdict.get(BOUND_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new IllegalStateException(cause.getMessage(), cause);
        } catch (TimeoutException late) {
            throw new IllegalStateException(who + ": there was no verdict within " + BOUND_SECONDS + " s", late);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(who + ": interrupted while it was judged", e);
        }
    }

    private JudgedHistory judgeHere(String who, RecordedTrial.Recorded recorded, Path file) {
        List<History> windows = recorded.windows();
        long calls = 0;
        long overlapping = 0;
        double seconds = 0;
        for (History window : windows) {
            calls += callsOf(window, recorded.callers()).size();
            overlapping += Overlap.overlappingCalls(window);
            seconds += seconds(callsOf(window, recorded.callers()));
        }
        String why = whyUndecided(who, windows, file);
        if (why.isEmpty()) {
            why = recorded.cutShort();
        }
        if (why.isEmpty() && overlapping == 0 && recorded.callers() > 1 && cores > 1) {
            why = "none of the " + calls + " calls recorded overlapped another";
        }
        return new JudgedHistory(
                why.isEmpty() ? JudgedHistory.Verdict.LINEARIZABLE : JudgedHistory.Verdict.UNDECIDED,
                why,
                windows.size(),
                calls,
                overlapping,
                calls / seconds,
                recorded.nanos());
    }

    private String whyUndecided(String who, List<History> windows, Path file) {
        Judge judge = new Judge(limits);
        long begun = processorNanos();
        String why = "";
        for (int number = 0; number < windows.size(); number++) {
            if (processorNanos() - begun > MOST_NANOS) {
                return "the time for judging was over after " + number + " of " + windows.size() + " windows";
            }
            Verdict verdict = judge.judge(windows.get(number));
            if (verdict instanceof Verdict.NotLinearizable found) {
                throw notLinearizable(who, windows, number, found, file);
            }
            if (verdict instanceof Verdict.Undecided undecided && why.isEmpty()) {
                why = "window " + (number + 1) + " of " + windows.size() + " is undecided, " + undecided.limit();
            }
        }
        return why;
    }

    private static long processorNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
    }

    private static IllegalStateException notLinearizable(
            String who, List<History> windows, int number, Verdict.NotLinearizable found, Path file) {
        Path kept = file.toAbsolutePath();
        try {
            Files.createDirectories(kept.getParent());
            HistoryFiles.write(kept, List.of(windows.get(number)));
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    who + " was not linearizable, and the window was not kept: " + failed, failed);
        }
        return new IllegalStateException(who + " was NOT LINEARIZABLE, its numbers are void: no order explains window "
                + (number + 1) + " of " + windows.size() + " recorded; "
                + found.culprit().calls().size()
                + " calls suffice. Judge it again with: java -cp benchmarks.jar"
                + " io.gauntlet.history.command.HistoryMain judge " + kept);
    }

    /** Those of callers, without the two at the end of a window. */
    private static List<Call> callsOf(History window, int callers) {
        return window.calls().stream().filter(call -> call.caller() < callers).toList();
    }

    private static double seconds(List<Call> calls) {
        long begun = calls.stream().mapToLong(Call::invokedNanos).min().orElseThrow();
        long ended = calls.stream().mapToLong(Call::returnedNanos).max().orElseThrow();
        return Math.max(1, ended - begun) / NANOS_PER_SECOND;
    }
}
