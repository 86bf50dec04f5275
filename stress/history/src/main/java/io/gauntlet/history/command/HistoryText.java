package io.gauntlet.history.command;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.StartState;
import io.gauntlet.history.judge.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A history as people read it: what the coordinator held, then a line for each call in the order in which they began, with a
 * bar that shows which calls overlapped. Columns of the bars are events, not time: a nanosecond is as wide as a second.
 */
public final class HistoryText {

    private static final int WIDEST_BAR = 48;
    private static final double NANOS_PER_MICROSECOND = 1e3;

    private HistoryText() {}

    /** Returns what a verdict says of a history: for one that no order explains, the part that is enough to see it. */
    public static String of(History history, Verdict verdict) {
        if (verdict instanceof Verdict.NotLinearizable not) {
            return "NOT LINEARIZABLE: no order explains these "
                    + not.culprit().calls().size() + " of "
                    + history.calls().size() + " calls"
                    + (not.minimised() ? ", and all of them are needed to see it" : " (fewer may do)") + "\n"
                    + of(not.culprit())
                    + "an order explains " + not.explained().size() + " calls, until the return of\n"
                    + line(not.unexplained()) + "\n";
        } else if (verdict instanceof Verdict.Undecided undecided) {
            return "UNDECIDED after " + undecided.steps() + " steps: the limit of " + undecided.limit() + " was hit\n";
        }
        return "LINEARIZABLE: an order explains all " + history.calls().size() + " calls, found in " + verdict.steps()
                + " steps\n";
    }

    /** Returns a history as text. */
    public static String of(History history) {
        List<Call> calls = new ArrayList<>(history.calls());
        calls.sort(Comparator.comparingLong(Call::invokedNanos));
        long origin = calls.isEmpty() ? 0 : calls.get(0).invokedNanos();
        Bars bars = new Bars(calls);
        StringBuilder text = new StringBuilder(of(history.start()));
        for (Call call : calls) {
            text.append(String.format(
                    Locale.ROOT,
                    "%12s %12s  %s  %s%n",
                    micros(call.invokedNanos() - origin),
                    call.isPending() ? "-" : micros(call.returnedNanos() - origin),
                    bars.of(call),
                    line(call)));
        }
        return text.toString();
    }

    private static String of(StartState start) {
        return visible("from " + sessions(start.sessions()) + ", active " + start.activeSessionId() + ", waiting "
                        + start.pending() + ", " + start.droppedStateChanges() + " dropped, last serial "
                        + start.lastSerial() + ", last version " + start.lastVersion())
                + "\n";
    }

    private static String micros(long nanos) {
        return String.format(Locale.ROOT, "%.3f us", nanos / NANOS_PER_MICROSECOND);
    }

    private static String line(Call call) {
        return visible("caller " + call.caller() + ": " + call.operation() + " -> " + outcome(call.outcome()));
    }

    private static String outcome(@Nullable Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return "refused: " + refused.cause().getSimpleName();
        }
        return outcome instanceof Outcome.Answered answered ? answer(answered.value()) : "never returned";
    }

    private static String answer(@Nullable Object value) {
        if (value instanceof Session session) {
            return session(session);
        } else if (value instanceof List<?> list) {
            return sessions(list);
        } else if (value instanceof CoordinatorSnapshot snapshot) {
            return sessions(snapshot.sessions()) + ", active " + snapshot.activeSessionId() + ", "
                    + snapshot.outputBytes() + " bytes, " + snapshot.pendingStateChanges() + " waiting, "
                    + snapshot.droppedStateChanges() + " dropped";
        }
        return String.valueOf(value);
    }

    private static String sessions(List<?> list) {
        return list.stream()
                .map(element -> element instanceof Session session ? session(session) : String.valueOf(element))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** What may differ between two values of one session; of its creation the serial tells enough. */
    private static String session(Session session) {
        String error = session.lastError();
        ResourceStats stats = session.resourceStats();
        return "'" + session.id() + "' '" + session.name() + "' serial " + session.serial() + " version "
                + session.version() + " " + session.state()
                + (error == null ? "" : " error '" + error + "'")
                + (stats.equals(ResourceStats.NONE)
                        ? ""
                        : " " + stats.memoryBytes() + " B " + stats.cpuMillis() + " ms")
                + (session.output().bytes() == 0 ? "" : " " + session.output());
    }

    /** An id may hold anything; a line is to stay one. */
    private static String visible(String text) {
        return text.codePoints()
                .mapToObj(character ->
                        Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE
                                ? String.format("\\u%04x", character)
                                : Character.toString(character))
                .collect(Collectors.joining());
    }

    /** The bars of some calls, side by side. */
    private static final class Bars {

        private final long[] instants;
        private final int width;

        Bars(List<Call> calls) {
            instants = calls.stream()
                    .flatMapToLong(call -> Arrays.stream(new long[] {call.invokedNanos(), call.returnedNanos()}))
                    .filter(instant -> instant != Call.NEVER)
                    .sorted()
                    .distinct()
                    .toArray();
            width = Math.min(instants.length, WIDEST_BAR);
        }

        String of(Call call) {
            char[] bar = new char[width];
            Arrays.fill(bar, ' ');
            int begin = column(call.invokedNanos());
            int end = call.isPending() ? width - 1 : column(call.returnedNanos());
            Arrays.fill(bar, begin, end + 1, '-');
            bar[begin] = '|';
            bar[end] = call.isPending() ? '>' : '|';
            return new String(bar);
        }

        private int column(long instant) {
            int rank = Arrays.binarySearch(instants, instant);
            return (int) ((long) rank * width / instants.length);
        }
    }
}
